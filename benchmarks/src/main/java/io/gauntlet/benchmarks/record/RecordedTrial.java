package io.gauntlet.benchmarks.record;

import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.record.CallLog;
import io.gauntlet.history.record.Overlap;
import io.gauntlet.history.record.Standstill;
import io.gauntlet.history.record.WindowedRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of one trial write down. Between the stretches that are measured all of them meet and go on with the same
 * tape on the same coordinator, by way of the same methods, for a few small windows in which each notes what it was told.
 *
 * <p>Nobody knows what the coordinator went through before: each sitting begins with {@link Standstill#of}. After a stretch
 * that warms up it is played too, and thrown away, so that the compiler has seen it.
 */
public final class RecordedTrial {

    private static final int WINDOWS = 2;

    /** On a busy machine callers may be served one after the other. While none got in another's way there are more windows. */
    private static final int MOST_WINDOWS = 12;

    /** Where callers are few each calls more often: who is let go first must not be through before the next wakes. */
    private static final int CALLS_OF_ALL = 512;

    private static final int FEWEST_CALLS = 4;
    private static final long MOST_NANOS_ALONE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SessionCoordinator coordinator;
    private final Limits limits;
    private final int callers;
    private final int callsPerWindow;
    private final List<History> windows = new ArrayList<>();
    private @Nullable Sitting sitting;
    private long recordingNanos;
    private boolean overlapped;
    private String cutShort = "";

    public RecordedTrial(SessionCoordinator coordinator, CoordinatorConfig config, int callers) {
        this.coordinator = coordinator;
        this.limits = Limits.of(config);
        this.callers = callers;
        this.callsPerWindow = Math.max(FEWEST_CALLS, CALLS_OF_ALL / callers);
    }

    /** The windows after one stretch. */
    private final class Sitting {

        private final int number;
        private final boolean kept;
        private final long begunNanos = System.nanoTime();
        private final WindowedRecorder recorder = new WindowedRecorder(
                coordinator, Standstill::of, limits, callers, callsPerWindow, PATIENCE, this::take);
        private final AtomicInteger entered = new AtomicInteger();
        private int taken;

        Sitting(int number, boolean kept) {
            this.number = number;
            this.kept = kept;
        }

        /**
         * Has the first caller wait for a second, without letting go of the processor: those who are let go together give it up
         * until all are awake, and on a busy machine the first to have it again would be through before the next has.
         */
        private void enter() {
            if (entered.incrementAndGet() > 1) {
                return;
            }
            long deadline = System.nanoTime() + MOST_NANOS_ALONE;
            while (entered.get() < Math.min(2, callers) && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }

        /** Called while all callers stand still. */
        private boolean take(History window) {
            taken++;
            entered.set(0);
            if (!kept) {
                return taken < WINDOWS;
            }
            boolean goesOn = taken < (keep(window) ? WINDOWS : MOST_WINDOWS);
            if (!goesOn) {
                addNanos(System.nanoTime() - begunNanos);
            }
            return goesOn;
        }
    }

    /** Returns whether the trial needs no more windows than usual. */
    private synchronized boolean keep(History window) {
        windows.add(window);
        overlapped |= callers == 1 || Overlap.overlappingCalls(window) > 0;
        return overlapped;
    }

    private synchronized void addNanos(long nanos) {
        recordingNanos += nanos;
    }

    private synchronized Sitting sitting(int number, boolean kept) {
        if (sitting == null || sitting.number != number) {
            sitting = new Sitting(number, kept);
        }
        return sitting;
    }

    /**
     * Plays a sitting; every caller of the trial must, on a thread of its own.
     *
     * @param number of the sitting, another one each time, the same for all callers
     * @param kept whether it is judged
     * @param position where on its tape the caller is
     * @return where on its tape it is then
     * @throws IllegalStateException if the coordinator threw while all callers stood still
     * @throws io.gauntlet.history.record.RendezvousException if they did not all come
     */
    public int play(int number, boolean kept, int caller, Tape tape, int position) {
        Sitting current = sitting(number, kept);
        WindowedRecorder recorder = current.recorder;
        CallLog log = recorder.log(caller);
        int place = position;
        try {
            Operation[] operations = operations(tape, place);
            for (boolean goesOn = recorder.beginWindows(caller); goesOn; goesOn = recorder.endWindow(caller)) {
                current.enter();
                for (Operation operation : operations) {
                    record(tape, place, operation, log);
                    place = tape.next(place);
                }
                operations = operations(tape, place);
            }
        } catch (RuntimeException | Error thrown) {
            recorder.giveUp("caller " + caller + " went away with " + thrown);
            throw thrown;
        }
        if (recorder.whyItEnded().isPresent()) {
            cutShort(recorder);
        }
        return place;
    }

    private synchronized void cutShort(WindowedRecorder recorder) {
        cutShort = recorder.whyItEnded().orElseThrow();
        recorder.thrownAtTheEnd().ifPresent(thrown -> {
            throw new IllegalStateException(cutShort, thrown);
        });
    }

    /** Made before their window begins. */
    private Operation[] operations(Tape tape, int position) {
        Operation[] operations = new Operation[callsPerWindow];
        int place = position;
        for (int call = 0; call < operations.length; call++) {
            operations[call] = tape.asked(place);
            place = tape.next(place);
        }
        return operations;
    }

    private void record(Tape tape, int position, Operation operation, CallLog log) {
        log.begin(operation);
        Object answer;
        try {
            answer = tape.ask(position, coordinator);
        } catch (CoordinatorException refusal) {
            log.refused(refusal);
            return;
        }
        log.answered(answer);
    }

    /** Returns what was kept; once all callers have left. */
    public synchronized Recorded recorded() {
        return new Recorded(callers, windows, cutShort, recordingNanos);
    }

    /**
     * What was kept.
     *
     * @param windows in order
     * @param cutShort why there are not as many as there should be; empty if there are
     * @param nanos how long all callers together were held up by it
     */
    public record Recorded(int callers, List<History> windows, String cutShort, long nanos) {

        public Recorded {
            windows = List.copyOf(windows);
        }
    }
}
