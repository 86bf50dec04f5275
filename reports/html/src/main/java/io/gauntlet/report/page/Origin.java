package io.gauntlet.report.page;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.report.trial.MuseumReading;
import io.gauntlet.report.trial.StopwatchReading;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where some of the evidence comes from. What agrees in all but its time shares an entry.
 *
 * @param what which evidence, in words
 * @param provenance of the first of it
 * @param lastStartedAt when the last of it began
 */
public record Origin(String what, Provenance provenance, String lastStartedAt) {

    static List<Origin> of(Trial trial) {
        Map<List<Object>, List<Provenance>> checks = new LinkedHashMap<>();
        trial.dossier().currentChecks().stream()
                .map(CheckEvidence::provenance)
                .forEach(provenance -> checks.computeIfAbsent(allButTime(provenance), key -> new ArrayList<>())
                        .add(provenance));
        List<Origin> origins = new ArrayList<>();
        checks.values().forEach(group -> origins.add(origin(Numbers.of(group.size(), "check"), group)));
        if (trial.museum().reading() instanceof MuseumReading.Present present) {
            origins.add(
                    origin("The tour of the museum", List.of(present.evidence().provenance())));
        }
        if (trial.reading() instanceof StopwatchReading.Present present) {
            origins.add(origin("The measurement", List.of(present.evidence().provenance())));
        }
        return List.copyOf(origins);
    }

    private static Origin origin(String what, List<Provenance> group) {
        List<Provenance> byTime = group.stream()
                .sorted(Comparator.comparing(Provenance::startedAt))
                .toList();
        return new Origin(what, byTime.get(0), byTime.get(byTime.size() - 1).startedAt());
    }

    private static List<Object> allButTime(Provenance provenance) {
        return List.of(
                provenance.machine(),
                provenance.cores(),
                provenance.memoryMiB(),
                provenance.jdk(),
                provenance.commit(),
                provenance.command(),
                provenance.classesSha256());
    }

    /** Returns when it began, or when the first and the last of it did. */
    public String when() {
        return provenance.startedAt().equals(lastStartedAt)
                ? lastStartedAt
                : provenance.startedAt() + " to " + lastStartedAt;
    }
}
