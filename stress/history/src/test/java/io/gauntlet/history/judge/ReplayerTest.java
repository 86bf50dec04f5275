package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.StartState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Session A = Session.created("a", "alpha", 1, NOON, 1);
    private static final Operation CREATE = new Operation.CreateSession("a", "alpha");
    private static final Operation GET = new Operation.GetSession("a");

    private static Call call(int caller, int from, int to, Operation operation, @Nullable Object answer) {
        return new Call(caller, operation, new Outcome.Answered(answer), from, to);
    }

    private static History history(Call... calls) {
        return new History(StartState.EMPTY, SmallHistories.LIMITS, List.of(calls));
    }

    @Test
    void objection_rightOrderOfOverlappingCalls_isNone() {
        History history = history(call(0, 0, 9, CREATE, A), call(1, 0, 9, GET, null));
        assertThat(Replayer.objection(history, new int[] {1, 0})).isEmpty();
    }

    @Test
    void objection_answerOfAnotherOrder_isTold() {
        History history = history(call(0, 0, 9, CREATE, A), call(1, 0, 9, GET, null));
        assertThat(Replayer.objection(history, new int[] {0, 1}))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("the reference answers Answered[value=Session[id=a"));
    }

    @Test
    void objection_againstTheClock_isTold() {
        History history = history(call(0, 0, 1, CREATE, A), call(1, 2, 3, GET, null));
        assertThat(Replayer.objection(history, new int[] {1, 0}))
                .hasValueSatisfying(why -> assertThat(why).contains("a call that returned at 1 ns comes after"));
    }

    @Test
    void objection_againstTheCallersOrderInOneNanosecond_isTold() {
        History history = history(call(0, 1, 1, CREATE, A), call(0, 1, 1, GET, null));
        assertThat(Replayer.objection(history, new int[] {1, 0}))
                .hasValueSatisfying(why -> assertThat(why).contains("before the one that precedes it"));
    }

    @Test
    void objection_missingCall_isTold() {
        History history = history(call(0, 0, 1, CREATE, A), call(1, 2, 3, GET, A));
        assertThat(Replayer.objection(history, new int[] {0}))
                .hasValueSatisfying(why -> assertThat(why).contains("missing from the order"));
    }

    @Test
    void objection_callTwice_isTold() {
        History history = history(call(0, 0, 1, CREATE, A));
        assertThat(Replayer.objection(history, new int[] {0, 0}))
                .hasValueSatisfying(why -> assertThat(why).contains("twice in the order"));
    }

    /** When a session was created, by a call that never returned, is learned from those who saw it. */
    @Test
    void objection_creationThatNeverReturned_takesItsTimeFromWhoSawIt() {
        History history = history(Call.pending(0, CREATE, 0), call(1, 2, 3, GET, A));
        assertThat(Replayer.objection(history, new int[] {0, 1})).isEmpty();
        assertThat(new Judge(JudgeLimits.defaults()).judge(history)).isInstanceOf(Verdict.Linearizable.class);
    }
}
