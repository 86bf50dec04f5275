package io.gauntlet.history.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.guard.Unguarded;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.coordinator.rules.HashSessionTable;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WindowedRecorderTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);
    private static final Operation READ = new Operation.ActiveSessionId();
    private static final CoordinatorConfig CONFIG =
            new CoordinatorConfig(4, 4, 64, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), session -> {});
    private static final Limits LIMITS = Limits.of(CONFIG);

    private final List<History> windows = new ArrayList<>();

    private WindowedRecorder recorder(
            SessionCoordinator coordinator, int callers, int callsPerWindow, int most, Duration patience) {
        return recorder(coordinator, callers, callsPerWindow, most, () -> patience);
    }

    private WindowedRecorder recorder(
            SessionCoordinator coordinator, int callers, int callsPerWindow, int most, Supplier<Duration> patience) {
        return new WindowedRecorder(
                coordinator, fresh -> StartState.EMPTY, LIMITS, callers, callsPerWindow, patience, window -> {
                    windows.add(window);
                    return windows.size() < most;
                });
    }

    private static void ask(WindowedRecorder recorder, SessionCoordinator coordinator, int caller) {
        RandomOperations operations = new RandomOperations(SEED + caller, 6);
        CallLog log = recorder.log(caller);
        for (boolean goesOn = recorder.beginWindows(caller); goesOn; goesOn = recorder.endWindow(caller)) {
            while (log.room() > 0) {
                try {
                    log.call(operations.next(), coordinator);
                } catch (CoordinatorException refusal) {
                    // Written down.
                }
            }
        }
    }

    @Test
    void windows_ofManyCallers_holdEveryCallAndBeginWhereTheLastEnded() {
        SessionCoordinator coordinator = CoordinatorStrategy.MUTEX.create(CONFIG);
        WindowedRecorder recorder = recorder(coordinator, 16, 8, 50, PATIENCE);
        Callers.run(16, caller -> ask(recorder, coordinator, caller));

        assertThat(recorder.windows()).isEqualTo(50);
        assertThat(recorder.whyItEnded()).isEmpty();
        assertThat(windows).hasSize(50);
        StartState start = StartState.EMPTY;
        for (History window : windows) {
            assertThat(window.start()).as("seed %d", SEED).isEqualTo(start);
            assertThat(window.limits()).isEqualTo(LIMITS);
            assertThat(window.calls()).hasSize(16 * 8 + 2).noneMatch(Call::isPending);
            assertEndsStandingStill(window);
            start = StartState.after(window, snapshot(window));
        }
    }

    private static void assertEndsStandingStill(History window) {
        List<Call> calls = window.calls();
        Call drain = calls.get(calls.size() - 2);
        Call last = calls.get(calls.size() - 1);
        assertThat(drain.operation()).isEqualTo(new Operation.ProcessStateChanges());
        assertThat(last.operation()).isEqualTo(new Operation.Snapshot());
        assertThat(List.of(drain.caller(), last.caller())).containsOnly(16);
        assertThat(calls.subList(0, calls.size() - 2)).allMatch(call -> call.precedes(drain));
    }

    private static CoordinatorSnapshot snapshot(History window) {
        Call last = window.calls().get(window.calls().size() - 1);
        return (CoordinatorSnapshot) ((Outcome.Answered) last.outcome()).value();
    }

    /** Of one caller the order is known: the reference, brought to each window's start, answers the same. */
    @Test
    void windows_ofOneCaller_areWhatTheReferenceAnswers() {
        SessionCoordinator coordinator = CoordinatorStrategy.LOCK_FREE.create(CONFIG);
        WindowedRecorder recorder = recorder(coordinator, 1, 40, 25, PATIENCE);
        Callers.run(1, caller -> ask(recorder, coordinator, caller));

        assertThat(windows).hasSize(25);
        for (History window : windows) {
            HashSessionTable table = window.start().table();
            SessionCoordinator reference = new GuardedCoordinator<>(CONFIG, new Unguarded<>(table));
            for (Call call : window.calls()) {
                Outcome expected = call.operation().perform(reference);
                if (expected instanceof Outcome.Refused refused) {
                    expected = new Outcome.Refused(refused.cause(), "");
                }
                assertThat(call.outcome())
                        .as("seed %d, %s", SEED, call.operation())
                        .isEqualTo(expected);
            }
        }
    }

    /** Two calls that wait for each other overlap, and the record says so. */
    @Test
    void calls_thatOverlap_overlapInTheRecord() {
        CyclicBarrier inside = new CyclicBarrier(2);
        SessionCoordinator meeting =
                Hooked.before(CoordinatorStrategy.MUTEX.create(CONFIG), "activeSessionId", () -> await(inside));
        WindowedRecorder recorder = recorder(meeting, 2, 1, 1, PATIENCE);
        Callers.run(2, caller -> {
            recorder.beginWindows(caller);
            recorder.log(caller).call(READ, meeting);
            recorder.endWindow(caller);
        });

        List<Call> calls = windows.get(0).calls();
        assertThat(calls.get(0).precedes(calls.get(1))).isFalse();
        assertThat(calls.get(1).precedes(calls.get(0))).isFalse();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the other call did not come", e);
        }
    }

    @Test
    void callThatThrowsAnError_isPendingAndItsWindowTheLast() {
        SessionCoordinator broken = Hooked.before(CoordinatorStrategy.MUTEX.create(CONFIG), "activeSessionId", () -> {
            throw new StackOverflowError("on purpose");
        });
        WindowedRecorder recorder = recorder(broken, 2, 1, 10, PATIENCE);
        Callers.run(2, caller -> {
            assertThat(recorder.beginWindows(caller)).isTrue();
            try {
                recorder.log(caller).call(caller == 0 ? READ : new Operation.ListSessions(), broken);
            } catch (StackOverflowError expected) {
                assertThat(caller).isZero();
            }
            assertThat(recorder.endWindow(caller)).isFalse();
        });

        assertThat(windows)
                .singleElement()
                .satisfies(window -> assertThat(window.calls())
                        .filteredOn(Call::isPending)
                        .extracting(Call::operation)
                        .containsExactly(READ));
        assertThat(recorder.whyItEnded())
                .hasValueSatisfying(reason -> assertThat(reason).contains("after window 1", "never returned"));
    }

    /** Nobody is impatient before it is certain who will not come, and where it is. */
    @Test
    void callThatHangs_endsTheRunInBoundedTimeAndIsNamed() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        SessionCoordinator hanging = Hooked.before(CoordinatorStrategy.MUTEX.create(CONFIG), "activeSessionId", () -> {
            hangs.countDown();
            await(never);
        });
        AtomicReference<Duration> patience = new AtomicReference<>(PATIENCE);
        WindowedRecorder recorder = recorder(hanging, 3, 2, 10, patience::get);
        List<CompletableFuture<Void>> ends = Callers.start(3, caller -> {
            recorder.beginWindows(caller);
            recorder.log(caller).call(new Operation.ListSessions(), hanging);
            recorder.log(caller).call(caller == 1 ? READ : new Operation.ListSessions(), hanging);
            await(hangs);
            patience.set(LITTLE_PATIENCE);
            recorder.endWindow(caller);
        });
        try {
            for (int caller : new int[] {0, 2}) {
                assertThatThrownBy(() -> ends.get(caller).join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(RendezvousException.class)
                        .hasMessageContaining(
                                "1 of 3 callers did not come to meeting 2 within 200 ms: caller 1 waits for" + " its "
                                        + READ);
            }
            assertThat(windows).isEmpty();
            assertThat(recorder.unfinishedWindow()).hasValueSatisfying(window -> {
                assertThat(window.calls()).hasSize(6);
                assertThat(window.calls())
                        .filteredOn(Call::isPending)
                        .singleElement()
                        .satisfies(call -> {
                            assertThat(call.caller()).isEqualTo(1);
                            assertThat(call.operation()).isEqualTo(READ);
                        });
            });
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never ended");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts callers", e);
        }
    }

    private static void awaitThatItWaits(AtomicReference<Thread> caller) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (caller.get() == null || caller.get().getState() != Thread.State.TIMED_WAITING) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the other caller never waited: " + caller.get());
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void callerThatNeverStarted_endsTheRunInBoundedTime() {
        WindowedRecorder recorder = recorder(CoordinatorStrategy.MUTEX.create(CONFIG), 2, 1, 1, LITTLE_PATIENCE);
        assertThatThrownBy(() -> recorder.beginWindows(0))
                .isInstanceOf(RendezvousException.class)
                .hasMessageContaining(
                        "1 of 2 callers did not come to meeting 1 within 200 ms: caller 1 has asked nothing");
        assertThatThrownBy(() -> recorder.beginWindows(1)).isInstanceOf(RendezvousException.class);
    }

    @Test
    void callerThatGivesUp_sendsTheOthersAwayAtOnce() {
        WindowedRecorder recorder = recorder(CoordinatorStrategy.MUTEX.create(CONFIG), 2, 1, 1, PATIENCE);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        List<CompletableFuture<Void>> ends = Callers.start(2, caller -> {
            if (caller == 0) {
                awaitThatItWaits(waiting);
                recorder.giveUp("caller 0 was killed");
            } else {
                waiting.set(Thread.currentThread());
                recorder.beginWindows(caller);
            }
        });
        ends.get(0).join();
        assertThatThrownBy(() -> ends.get(1).join())
                .hasCauseInstanceOf(RendezvousException.class)
                .hasMessageContaining("caller 0 was killed");
        assertThat(recorder.whyItEnded()).hasValue("caller 0 was killed");
    }

    @Test
    void sinkThatFails_endsTheRunWithItsReason() {
        WindowedRecorder recorder = new WindowedRecorder(
                CoordinatorStrategy.MUTEX.create(CONFIG), fresh -> StartState.EMPTY, LIMITS, 1, 1, PATIENCE, window -> {
                    throw new IllegalStateException("disk full");
                });
        recorder.beginWindows(0);
        assertThatThrownBy(() -> recorder.endWindow(0))
                .isInstanceOf(RendezvousException.class)
                .hasMessageContaining("disk full")
                .hasRootCauseMessage("disk full");
    }

    /** A coordinator that forgets what is posted leaves its callers a window that nothing can follow. */
    @Test
    void changesThatStillWaitWhenAllWereProcessed_endTheRun() {
        SessionCoordinator right = CoordinatorStrategy.MUTEX.create(CONFIG);
        SessionCoordinator posting = Hooked.before(
                right,
                "snapshot",
                () -> right.postStateChange(new io.gauntlet.coordinator.contract.StateChange.Completed("a")));
        WindowedRecorder recorder = recorder(posting, 1, 1, 10, PATIENCE);
        recorder.beginWindows(0);
        assertThat(recorder.endWindow(0)).isFalse();
        assertThat(recorder.whyItEnded())
                .hasValueSatisfying(reason -> assertThat(reason).contains("1 posted changes wait"));
    }

    @Test
    void coordinatorThatThrowsWhenAllStandStill_endsTheRunWithItsError() {
        SessionCoordinator broken = Hooked.before(CoordinatorStrategy.MUTEX.create(CONFIG), "snapshot", () -> {
            throw new IllegalStateException("tangled");
        });
        WindowedRecorder recorder = recorder(broken, 1, 1, 10, PATIENCE);
        recorder.beginWindows(0);
        recorder.log(0).call(READ, broken);
        assertThat(recorder.endWindow(0)).isFalse();
        assertThat(recorder.thrownAtTheEnd())
                .hasValueSatisfying(thrown -> assertThat(thrown).hasMessage("tangled"));
        assertThat(windows)
                .singleElement()
                .satisfies(window -> assertThat(window.calls())
                        .filteredOn(Call::isPending)
                        .extracting(Call::operation)
                        .containsExactly(new Operation.Snapshot()));
    }

    @Test
    void interruptWhileWaiting_isKeptAndDoesNotEndTheWaiting() {
        WindowedRecorder recorder = recorder(CoordinatorStrategy.MUTEX.create(CONFIG), 2, 1, 1, PATIENCE);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Callers.run(2, caller -> {
            if (caller == 0) {
                Thread.currentThread().interrupt();
                waiting.set(Thread.currentThread());
            } else {
                awaitThatItWaits(waiting);
            }
            assertThat(recorder.beginWindows(caller)).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isEqualTo(caller == 0);
        });
    }

    @Test
    void recorder_withoutCallers_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorder(CoordinatorStrategy.MUTEX.create(CONFIG), 0, 8, 1, PATIENCE))
                .withMessageContaining("0 callers");
    }

    @Test
    void recorder_withoutPatience_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowedRecorder(
                        CoordinatorStrategy.MUTEX.create(CONFIG),
                        fresh -> StartState.EMPTY,
                        LIMITS,
                        1,
                        1,
                        Duration.ZERO,
                        window -> false))
                .withMessageContaining("a patience of PT0S");
    }
}
