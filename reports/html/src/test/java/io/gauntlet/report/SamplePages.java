package io.gauntlet.report;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.report.page.ReportPage;
import io.gauntlet.report.trial.Dossier;
import io.gauntlet.report.trial.Trial;
import java.nio.file.Path;
import java.time.Instant;
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
        sample.knownBad(Checker.SMOKE, SampleEvidence.SCRIPT, io.gauntlet.evidence.Verdict.FAILED);
        sample.pass(Checker.SMOKE, SampleEvidence.SCRIPT + "2");
        return sample;
    }
}
