package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.page.ReportPage;
import io.gauntlet.report.trial.Dossier;
import io.gauntlet.report.trial.Trial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pages of made-up evidence, for tests and for the eye. */
final class SamplePages {

    private SamplePages() {}

    static ReportPage page(SampleEvidence sample) {
        return page(sample.folders(), List.of(CoordinatorStrategy.values()));
    }

    static ReportPage page(List<Path> folders, List<CoordinatorStrategy> selected) {
        return new ReportPage(
                Trial.of(selected, Dossier.read(folders, SampleEvidence.SHA)), Instant.parse("2026-11-24T12:00:00Z"));
    }

    /** One of everything that can go wrong, in hostile words. */
    static SampleEvidence spoiled(Path folder) {
        SampleEvidence sample = SampleEvidence.complete(folder);
        sample.fail(
                Checker.LINCHECK_STRESS,
                "LOCK_FREE",
                "session " + SampleEvidence.SCRIPT + " is active and gone",
                "createSession(" + SampleEvidence.SCRIPT + ")\n" + "a long line ".repeat(60) + "\n</pre></details>");
        sample.notRun(Checker.SOAK_PLATFORM, "STAMPED_LOCK", "the watchdog ended it after 60 s");
        sample.damage(Checker.CONTRACT, "FAIR_MUTEX", "{\"schema\": \"gauntlet/check/1\", \"checker\": \"CON");
        sample.remove(Checker.SMOKE, "FAIR_MUTEX");
        sample.onJdk("17.0.15+6 (Example, OpenJDK 64-Bit Server VM)")
                .notRun(Checker.SOAK_VIRTUAL, "MUTEX", "virtual threads need JDK 21");
        sample.tour(SamplePages::spoiledExhibits);
        sample.knownBad(Checker.SMOKE, SampleEvidence.SCRIPT + "3", Verdict.FAILED);
        sample.hazards(
                "COPY_ON_WRITE",
                Verdict.FAILED,
                "CLOSE_VERSUS_SWITCH: " + SampleEvidence.SCRIPT,
                SampleHazards.failed("CLOSE_VERSUS_SWITCH", "COPY_ON_WRITE"));
        sample.hazards(
                "SYNCHRONIZED",
                Verdict.NOT_RUN,
                "LIMIT_RACE: 0 of 1 forks gave a result",
                SampleHazards.replaced(
                        "LIMIT_RACE",
                        "SYNCHRONIZED",
                        SampleHazards.notRun("LIMIT_RACE", "SYNCHRONIZED", "0 of 1 forks gave a result", 1)));
        sample.pass(Checker.SMOKE, SampleEvidence.SCRIPT + "2");
        sample.measure(run -> SampleMeasurement.undecided(
                SampleMeasurement.disturbed(run, SampleEvidence.SCRIPT), "READ_WRITE_LOCK", SampleEvidence.SCRIPT));
        return sample;
    }

    /** One that nothing catches, in hostile words; and one of each way in which a checker surprises. */
    private static List<ExhibitResult> spoiledExhibits(List<ExhibitResult> exhibits) {
        List<ExhibitResult> spoiled = new ArrayList<>(exhibits);
        spoiled.set(
                0,
                spoiled(
                        exhibits.get(0),
                        SampleMuseum.result(Checker.CONTRACT, Expectation.PASSES, 2, 0, 0.5),
                        SampleMuseum.result(Checker.LINCHECK_HAZARDS, Expectation.FAILS, 3, 0, 0.5),
                        SampleMuseum.result(Checker.SOAK_PLATFORM, Expectation.MAY_FAIL, 0, 2, 0.5)));
        spoiled.add(new ExhibitResult(
                SampleEvidence.SCRIPT,
                SampleEvidence.SCRIPT,
                List.of("https://example.org/" + SampleEvidence.SCRIPT, "https://example.org/\"onmouseover=alert(1)"),
                SampleEvidence.SCRIPT,
                Arrays.stream(Checker.values())
                        .map(checker -> SampleMuseum.result(checker, Expectation.FAILS, 0, 0, 0))
                        .toList()));
        return spoiled;
    }

    private static ExhibitResult spoiled(ExhibitResult exhibit, CheckerResult... instead) {
        return new ExhibitResult(
                exhibit.name(),
                exhibit.happenedIn(),
                exhibit.links(),
                exhibit.whatWentWrong(),
                exhibit.trials().stream()
                        .map(result -> Arrays.stream(instead)
                                .filter(other -> other.checker() == result.checker())
                                .findFirst()
                                .orElse(result))
                        .toList());
    }
}
