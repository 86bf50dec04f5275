package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.History;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The judge decides as one that tries every order. */
class JudgeAgainstBruteForceTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);

    private static final Operation CREATE_A = new Operation.CreateSession("a", "alpha");
    private static final Operation CREATE_B = new Operation.CreateSession("b", "alpha");
    private static final Operation CLOSE = new Operation.CloseSession("a");
    private static final Operation SWITCH = new Operation.SwitchSession("1");
    private static final Operation ACTIVE = new Operation.ActiveSessionId();
    private static final Operation SNAPSHOT = new Operation.Snapshot();
    private static final Operation GET = new Operation.GetSession("a");
    private static final Operation WAITING = new Operation.GetWaitingSessions();
    private static final Operation UPDATE = new Operation.UpdateSessionState("a", SessionState.WAITING_FOR_INPUT);
    private static final Operation APPEND = new Operation.AppendOutput("a", "xyz");
    private static final Operation POST = new Operation.PostStateChange(new StateChange.NeedsInput("a"));
    private static final Operation PROCESS = new Operation.ProcessStateChanges();

    private final Judge judge = new Judge(JudgeLimits.defaults());
    private int right;
    private int wrong;

    @Tag("slow")
    @Test
    void judge_everyHistoryOfThreeCallersWithOneCall_decidesAsBruteForce() {
        SmallHistories.forEach(List.of(CREATE_A, CREATE_B, CLOSE, SNAPSHOT), 3, 1, this::compare);
        SmallHistories.forEach(List.of(POST, PROCESS, SNAPSHOT), 3, 1, this::compare);
        requireBoth(5_000);
    }

    @Tag("slow")
    @Test
    void judge_everyHistoryOfTwoCallersWithTwoCalls_decidesAsBruteForce() {
        SmallHistories.forEach(List.of(CREATE_A, CLOSE, SNAPSHOT), 2, 2, this::compare);
        SmallHistories.forEach(List.of(CREATE_A, POST, PROCESS), 2, 2, this::compare);
        requireBoth(5_000);
    }

    @Tag("deep")
    @Test
    void judge_everyHistoryOfThreeCallersWithOneCallOfMoreKinds_decidesAsBruteForce() {
        List<Operation> alphabet = List.of(CREATE_A, CREATE_B, CLOSE, SNAPSHOT, UPDATE, POST, PROCESS);
        SmallHistories.forEach(alphabet, 3, 1, this::compare);
        requireBoth(10_000);
    }

    @Tag("deep")
    @Test
    void judge_everyHistoryOfTwoCallersWithTwoCallsOfMoreKinds_decidesAsBruteForce() {
        SmallHistories.forEach(List.of(CREATE_A, CREATE_B, CLOSE, SWITCH, ACTIVE, SNAPSHOT), 2, 2, this::compare);
        SmallHistories.forEach(List.of(CREATE_A, GET, POST, PROCESS, WAITING, APPEND), 2, 2, this::compare);
        requireBoth(100_000);
    }

    @Test
    void judge_drawnHistoriesOfThreeCallersWithThreeCalls_decidesAsBruteForce() {
        drawn(3_000);
        requireBoth(300);
    }

    @Tag("deep")
    @Test
    void judge_manyDrawnHistoriesOfThreeCallersWithThreeCalls_decidesAsBruteForce() {
        drawn(100_000);
        requireBoth(10_000);
    }

    private void drawn(int count) {
        for (int i = 0; i < count; i++) {
            compare(SmallHistories.draw(SEED + i, 3, 3));
        }
    }

    private void compare(History history) {
        boolean expected = BruteForce.isLinearizable(history);
        Verdict verdict = judge.judge(history);
        if (expected != verdict instanceof Verdict.Linearizable || verdict instanceof Verdict.Undecided) {
            throw new AssertionError("seed " + SEED + ": brute force says linearizable: " + expected
                    + "; the judge says " + verdict + " of\n" + history);
        }
        if (expected) {
            right++;
        } else {
            wrong++;
        }
    }

    /** A comparison that meets only one kind of history proves nothing. */
    private void requireBoth(int least) {
        System.out.println(right + " linearizable, " + wrong + " not, all decided as by brute force");
        assertThat(right).isGreaterThan(least);
        assertThat(wrong).isGreaterThan(least);
    }
}
