package io.gauntlet.report.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.EvidenceFile;
import io.gauntlet.evidence.GrowthResult;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader must know before relying on the page, as sentences: the gravest first. */
public final class Caveats {

    private Caveats() {}

    /** Returns what is wrong with the measurement itself; empty if nothing is, or there is none. */
    public static List<String> ofMeasurement(Trial trial) {
        return trial.reading() instanceof StopwatchReading.Present present
                ? MeasurementCaveats.of(present.evidence())
                : List.of();
    }

    /** Returns all that holds for the page as a whole, what is wrong with the measurement included. */
    public static List<String> of(Trial trial) {
        List<String> caveats = new ArrayList<>(ofMeasurement(trial));
        if (trial.isNarrowed()) {
            caveats.add("Only "
                    + trial.strategies().stream()
                            .map(verdict -> verdict.strategy().name())
                            .collect(Collectors.joining(", "))
                    + " " + (trial.strategies().size() == 1 ? "was" : "were") + " selected, of "
                    + CoordinatorStrategy.values().length + " strategies.");
        }
        addMixedOrigins(trial, caveats);
        addUnusedEvidence(trial, caveats);
        caveats.add("A tool proves the absence only of what it can see, within the effort shown.");
        caveats.add(
                "jcstress sees what the JIT reorders, and what the processor that it ran on does. An x86 processor lets "
                        + "only a store be overtaken by later loads; ARM and POWER processors reorder more. What holds on one kind "
                        + "is not thereby shown for another: run it there.");
        return List.copyOf(caveats);
    }

    private static void addMixedOrigins(Trial trial, List<String> caveats) {
        List<Provenance> origins = origins(trial);
        if (origins.stream().anyMatch(Provenance::differsFromCommit)) {
            caveats.add("The tree differed from its commit: nobody else can check out what was run.");
        }
        if (origins.stream().anyMatch(origin -> origin.commit().equals("unknown"))) {
            caveats.add("The commit is unknown: nobody else can check out what was run.");
        }
        addIfMixed(caveats, origins, Provenance::machine, "machines");
        addIfMixed(caveats, origins, Provenance::jdk, "JDKs");
        addIfMixed(caveats, origins, Provenance::commit, "commits");
    }

    private static void addIfMixed(
            List<String> caveats, List<Provenance> origins, Function<Provenance, String> property, String what) {
        Set<String> values = origins.stream().map(property).collect(Collectors.toCollection(TreeSet::new));
        if (values.size() > 1) {
            caveats.add("The evidence comes from different " + what + ": " + String.join("; ", values) + ".");
        }
    }

    private static void addUnusedEvidence(Trial trial, List<String> caveats) {
        for (EvidenceFile.Unreadable file : trial.dossier().unreadable()) {
            caveats.add("Unreadable: " + file.path() + " " + file.reason() + ".");
        }
        Set<String> strangers = new LinkedHashSet<>();
        trial.dossier().currentChecks().stream()
                .filter(check -> !check.knownBad())
                .map(CheckEvidence::subject)
                .filter(subject -> !StrategyVerdict.isStrategy(subject))
                .forEach(strangers::add);
        if (trial.reading() instanceof StopwatchReading.Present present) {
            subjects(present.evidence())
                    .filter(subject ->
                            !subject.equals(MeasurementEvidence.CEILING) && !StrategyVerdict.isStrategy(subject))
                    .forEach(strangers::add);
        }
        if (!strangers.isEmpty()) {
            caveats.add(
                    "Evidence about subjects that are no strategy was left out: " + String.join(", ", strangers) + ".");
        }
    }

    private static Stream<String> subjects(MeasurementEvidence run) {
        return Stream.of(
                        run.regimes().stream()
                                .flatMap(regime -> regime.results().stream())
                                .map(ThroughputResult::subject),
                        run.costs().stream().map(CostResult::subject),
                        run.growth().stream().map(GrowthResult::subject),
                        run.latency().stream().map(LatencyResult::subject))
                .flatMap(subjects -> subjects);
    }

    private static List<Provenance> origins(Trial trial) {
        Stream<Provenance> ofChecks = trial.dossier().currentChecks().stream().map(CheckEvidence::provenance);
        Stream<Provenance> ofMuseum = trial.museum().reading() instanceof MuseumReading.Present present
                ? Stream.of(present.evidence().provenance())
                : Stream.empty();
        Stream<Provenance> ofMeasurement = trial.reading() instanceof StopwatchReading.Present present
                ? Stream.of(present.evidence().provenance())
                : Stream.empty();
        return Stream.of(ofChecks, ofMuseum, ofMeasurement)
                .flatMap(provenances -> provenances)
                .toList();
    }
}
