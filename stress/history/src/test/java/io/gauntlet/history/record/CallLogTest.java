package io.gauntlet.history.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLogTest {

    private static final Operation CREATE = new Operation.CreateSession("a", "name a");
    private static final Operation CLOSE = new Operation.CloseSession("b");
    private static final Operation READ = new Operation.GetSession("a");

    private final SessionCoordinator coordinator = CoordinatorStrategy.MUTEX.create(CoordinatorConfig.defaults());

    private static List<Call> calls(CallLog log) {
        List<Call> calls = new ArrayList<>();
        log.addTo(calls);
        return calls;
    }

    @Test
    void call_answeredAndRefused_areWrittenDownInOrder() {
        CallLog log = new CallLog(7, 3);
        long before = System.nanoTime();
        Object created = log.call(CREATE, coordinator);
        assertThatThrownBy(() -> log.call(CLOSE, coordinator)).isInstanceOf(SessionNotFound.class);
        log.call(READ, coordinator);
        long after = System.nanoTime();

        List<Call> calls = calls(log);
        assertThat(calls).extracting(Call::operation).containsExactly(CREATE, CLOSE, READ);
        assertThat(calls)
                .extracting(Call::outcome)
                .containsExactly(
                        new Outcome.Answered(created),
                        new Outcome.Refused(SessionNotFound.class, ""),
                        new Outcome.Answered(created));
        assertThat(calls).extracting(Call::caller).containsOnly(7);
        assertThat(calls.stream().flatMap(call -> List.of(call.invokedNanos(), call.returnedNanos()).stream()))
                .isSorted()
                .allSatisfy(nanos -> assertThat(nanos).isBetween(before, after));
    }

    @Test
    void call_thatThrowsWhatTheContractDoesNotKnow_neverReturned() {
        CallLog log = new CallLog(0, 3);
        SessionCoordinator broken = Hooked.before(coordinator, "getSession", () -> {
            throw new StackOverflowError("on purpose");
        });
        assertThatThrownBy(() -> log.call(READ, broken)).isInstanceOf(StackOverflowError.class);

        assertThat(calls(log)).singleElement().satisfies(call -> {
            assertThat(call.isPending()).isTrue();
            assertThat(call.operation()).isEqualTo(READ);
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> log.begin(CREATE))
                .withMessageContaining("its " + READ + " never returned");
    }

    @Test
    void begin_fullLog_isRefused() {
        CallLog log = new CallLog(3, 1);
        log.call(READ, coordinator);
        assertThat(log.room()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> log.begin(READ))
                .withMessage("the log of caller 3 is full with 1 calls: end the window first");
    }

    @Test
    void answered_withoutACall_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CallLog(3, 1).answered(null))
                .withMessageContaining("without having asked");
    }

    @Test
    void clear_usedLog_isAsGoodAsNew() {
        CallLog log = new CallLog(0, 1);
        log.call(READ, coordinator);
        log.clear();
        assertThat(calls(log)).isEmpty();
        log.call(CREATE, coordinator);
        assertThat(calls(log)).extracting(Call::operation).containsExactly(CREATE);
    }

    @Test
    void steadyState_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 10_000;
        CallLog log = new CallLog(0, calls);
        SessionNotFound refusal = new SessionNotFound("id", "b");
        long allocated = Long.MAX_VALUE;
        // The first rounds may allocate for the compiler's sake.
        for (int round = 0; round < 20 && allocated > 0; round++) {
            log.clear();
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < calls; call++) {
                log.begin(READ);
                if (call % 3 == 0) {
                    log.refused(refusal);
                } else {
                    log.answered("a");
                }
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(log.ended()).isEqualTo(calls);
        assertThat(allocated).isZero();
    }
}
