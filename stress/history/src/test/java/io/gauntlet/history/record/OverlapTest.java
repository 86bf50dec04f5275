package io.gauntlet.history.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static long overlapping(Call... calls) {
        return Overlap.overlappingCalls(new History(StartState.EMPTY, new Limits(1, 1, 1), List.of(calls)));
    }

    private static Call call(int caller, long invoked, long returned) {
        return new Call(caller, new Operation.ActiveSessionId(), new Outcome.Answered(null), invoked, returned);
    }

    @Test
    void overlappingCalls_oneAfterTheOther_areNone() {
        assertThat(overlapping()).isZero();
        assertThat(overlapping(call(0, 1, 3), call(0, 3, 4), call(1, 4, 9))).isZero();
    }

    @Test
    void overlappingCalls_aLongOneOverManyShortOnes_areAll() {
        assertThat(overlapping(call(0, 0, 100), call(1, 10, 11), call(1, 20, 21), call(1, 101, 102)))
                .isEqualTo(3);
    }

    @Test
    void overlappingCalls_oneThatNeverReturned_overlapsAllThatFollow() {
        assertThat(overlapping(call(1, 0, 1), Call.pending(0, new Operation.ActiveSessionId(), 5), call(1, 10, 11)))
                .isEqualTo(2);
    }
}
