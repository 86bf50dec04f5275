package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.store.KillTrial.Outcome;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it saves; and two stores that are broken show that the trial can tell. */
@Tag("slow")
class KillTest {

    private static final int KILLS = 50;
    private static final long SEED = Long.getLong("gauntlet.seed", 20261124);

    @TempDir
    private Path folder;

    @Test
    void fileSessionStore_killedInTheMidstOfSaving_leavesWholeFilesNoOlderThanAcknowledged() throws Exception {
        Outcome outcome = trial(SavingProcess.Kind.FILE_SESSION_STORE, /* untilFinding= */ false);
        assertThat(outcome.kills()).isEqualTo(KILLS);
        assertThat(outcome.acknowledged()).isGreaterThanOrEqualTo(2 * KILLS);
        assertThat(outcome.temporaries())
                .as("files left half written: without any, no kill hit a save in the middle")
                .isGreaterThanOrEqualTo(KILLS / 4);
        assertThat(outcome.findings()).isEmpty();
    }

    @Test
    void brokenInPlaceStore_killedInTheSameWay_isFoundOut() throws Exception {
        Outcome outcome = trial(SavingProcess.Kind.BROKEN_IN_PLACE, /* untilFinding= */ true);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("is damaged"));
    }

    @Test
    void brokenHastyStore_killedInTheSameWay_isFoundOut() throws Exception {
        Outcome outcome = trial(SavingProcess.Kind.BROKEN_HASTY, /* untilFinding= */ true);
        assertThat(outcome.findings()).anyMatch(finding -> finding.contains("was acknowledged"));
    }

    private Outcome trial(SavingProcess.Kind kind, boolean untilFinding) throws Exception {
        long start = System.nanoTime();
        Outcome outcome = KillTrial.run(kind, KILLS, untilFinding, folder, SEED);
        System.out.printf(
                "%s, seed %d: %d kills after %d saves in %d ms; %d files left half written beside, %d findings%n",
                kind,
                SEED,
                outcome.kills(),
                outcome.acknowledged(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                outcome.temporaries(),
                outcome.findings().size());
        return outcome;
    }
}
