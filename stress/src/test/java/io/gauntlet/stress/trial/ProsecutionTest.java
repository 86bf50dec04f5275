package io.gauntlet.stress.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.EvidenceFile;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.trial.MisbehavingTrial.Way;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ProsecutionTest {

    private static final int BOUND_SECONDS = 300;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path evidenceFolder() {
        return folder.resolve("evidence");
    }

    private TrialArguments check(String subject) {
        return new TrialArguments(
                Subject.named(subject), Checker.SMOKE, ProofBudget.QUICK, /* seed= */ 1, evidenceFolder());
    }

    private Prosecution prosecution(int atATime, Way way) {
        return new Prosecution(
                atATime,
                check -> MisbehavingTrial.program(way),
                new PrintStream(printed, /* autoFlush= */ true, StandardCharsets.UTF_8));
    }

    private static void awaitAll(List<CompletableFuture<CheckEvidence>> checks) throws Exception {
        CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).get(BOUND_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void start_severalChecks_tellsEachAndReturnsEvidenceInOrder() throws Exception {
        try (Prosecution prosecution = prosecution(2, Way.PASS)) {
            List<CompletableFuture<CheckEvidence>> checks =
                    prosecution.start(List.of(check("MUTEX"), check("FAIR_MUTEX"), check("LOCK_FREE")));
            awaitAll(checks);
            assertThat(checks)
                    .extracting(check -> check.join().subject())
                    .containsExactly("MUTEX", "FAIR_MUTEX", "LOCK_FREE");
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[1/3] SMOKE", "[2/3] SMOKE", "[3/3] SMOKE", " PASSED ", "~0 s left");
    }

    @Test
    void start_checkNotReached_hasNoEvidenceOfAnEarlierRun() throws Exception {
        List<TrialArguments> checks = List.of(check("MUTEX"), check("LOCK_FREE"));
        try (Prosecution earlier = prosecution(2, Way.PASS)) {
            awaitAll(earlier.start(checks));
        }
        try (Prosecution later = prosecution(1, Way.NEVER_END)) {
            later.start(checks);
            assertThat(EvidenceFiles.readFolder(evidenceFolder()))
                    .noneMatch(file -> file instanceof EvidenceFile.Check check
                            && check.evidence().verdict() == Verdict.PASSED);
        }
    }

    @Test
    void close_withChecksUnfinished_endsThemAll() {
        List<CompletableFuture<CheckEvidence>> checks;
        try (Prosecution prosecution = prosecution(1, Way.NEVER_END)) {
            checks = prosecution.start(List.of(check("MUTEX"), check("LOCK_FREE")));
        }
        assertThat(checks).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
