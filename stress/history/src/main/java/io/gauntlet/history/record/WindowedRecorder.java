package io.gauntlet.history.record;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records what many callers of one coordinator are told, in windows small enough to be judged.
 *
 * <p>Each caller asks through its {@link #log}, at most so many times as were allowed, then {@link #endWindow ends the
 * window}, and so on until it is told that there is no other. At the end of a window all callers stand still, and whoever
 * came last processes the posted changes and takes a snapshot, as the last two calls of the window, by a caller of its own
 * whose number comes after all others. So the window's end is judged with it, and what the next one begins from is known. Then
 * the window goes to the sink, and the logs are used again: of a run of any length, one window is kept.
 *
 * <pre>
 *   for (boolean goesOn = recorder.beginWindows(caller); goesOn; goesOn = recorder.endWindow(caller)) {
 *       for (int step = 0; step &lt; callsPerWindow; step++) {
 *           log.call(tape.next(), coordinator);
 *       }
 *   }
 * </pre>
 *
 * A call that throws what the contract does not know has not returned, for all that its caller was told. It leaves in doubt
 * what the coordinator holds, so its window is the last. It is for the one who drives the callers to report what was thrown; a
 * caller that goes away must {@link #giveUp}, or the others wait for it until their patience ends.
 */
public final class WindowedRecorder {

    private static final int CALLS_AT_THE_END = 2;

    private final SessionCoordinator coordinator;
    private final Function<SessionCoordinator, StartState> whereItBegins;
    private final Limits limits;
    private final WindowSink sink;
    private final List<CallLog> logs;
    private final CallLog end;
    private final Rendezvous rendezvous;

    // Written while all stand still, but read by whoever looks after the run.
    private volatile @Nullable StartState start;
    private final AtomicInteger windows = new AtomicInteger();
    private volatile @Nullable String whyItEnded;
    private volatile @Nullable Throwable thrownAtTheEnd;

    /**
     * @param coordinator whom the callers ask
     * @param whereItBegins what it holds before the first window: {@link StartState#EMPTY} for a new one, else {@link
     *     Standstill#of}
     * @param limits what it was configured with
     * @param callers how many, numbered from 0
     * @param callsPerWindow how often each of them may ask in a window
     * @param patience how long a caller waits at the end of a window for the others and for the sink
     * @param sink who takes the windows
     * @throws IllegalArgumentException if a number is not positive
     */
    public WindowedRecorder(
            SessionCoordinator coordinator,
            Function<SessionCoordinator, StartState> whereItBegins,
            Limits limits,
            int callers,
            int callsPerWindow,
            Duration patience,
            WindowSink sink) {
        this(coordinator, whereItBegins, limits, callers, callsPerWindow, () -> patience, sink);
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a patience of " + patience + ": it must be positive");
        }
    }

    /** @param patience asked each time a caller begins to wait */
    WindowedRecorder(
            SessionCoordinator coordinator,
            Function<SessionCoordinator, StartState> whereItBegins,
            Limits limits,
            int callers,
            int callsPerWindow,
            Supplier<Duration> patience,
            WindowSink sink) {
        if (callers < 1 || callsPerWindow < 1) {
            throw new IllegalArgumentException(
                    callers + " callers with " + callsPerWindow + " calls in a window: each must be positive");
        }
        this.coordinator = Objects.requireNonNull(coordinator, "coordinator");
        this.whereItBegins = whereItBegins;
        this.limits = limits;
        this.sink = sink;
        this.logs = IntStream.range(0, callers)
                .mapToObj(caller -> new CallLog(caller, callsPerWindow))
                .toList();
        this.end = new CallLog(callers, CALLS_AT_THE_END);
        this.rendezvous = new Rendezvous(callers, patience, this::cut, this::whereabouts);
    }

    /** Returns the log of a caller. */
    public CallLog log(int caller) {
        return logs.get(caller);
    }

    /**
     * Waits until all callers are there, and learns what the coordinator holds.
     *
     * @return whether there is a window
     * @throws RendezvousException if they did not all come within their patience, or the coordinator could not be asked
     */
    public boolean beginWindows(int caller) {
        return rendezvous.meet(caller);
    }

    /**
     * Waits until all callers stand still, and the window has been handed on.
     *
     * @return whether there is another window
     * @throws RendezvousException if they did not all come within their patience, or the window could not be ended
     */
    public boolean endWindow(int caller) {
        return rendezvous.meet(caller);
    }

    /** Sends the callers away instead of the next window; for a caller that will not come to its end, or whoever watches. */
    public void giveUp(String reason) {
        if (whyItEnded == null) {
            whyItEnded = reason;
        }
        rendezvous.breakUp(new RendezvousException(reason));
    }

    private boolean cut() {
        StartState known = start;
        if (known == null) {
            start = whereItBegins.apply(coordinator);
            return true;
        }
        CoordinatorSnapshot last = standstill();
        History window = window(known);
        boolean goesOn = sink.take(window);
        logs.forEach(CallLog::clear);
        end.clear();
        return goesOn && last != null && beginsNext(window, last);
    }

    /** Returns what the coordinator holds now, or null if it would not tell: then this window is the last. */
    private @Nullable CoordinatorSnapshot standstill() {
        int window = windows.incrementAndGet();
        try {
            end.call(new Operation.ProcessStateChanges(), coordinator);
            return (CoordinatorSnapshot) end.call(new Operation.Snapshot(), coordinator);
        } catch (Throwable thrown) {
            thrownAtTheEnd = thrown;
            whyItEnded = "at the end of window " + window + ", with no call under way, it threw " + thrown;
            return null;
        }
    }

    /** What cannot be gone on from is wrong by the contract, or in doubt: either way no later answer could be judged. */
    private boolean beginsNext(History window, CoordinatorSnapshot last) {
        try {
            start = StartState.after(window, last);
            return true;
        } catch (IllegalArgumentException inDoubt) {
            whyItEnded = "after window " + windows.get() + ": " + inDoubt.getMessage();
            return false;
        }
    }

    private History window(StartState from) {
        List<Call> calls = new ArrayList<>();
        logs.forEach(log -> log.addTo(calls));
        end.addTo(calls);
        return new History(from, limits, calls);
    }

    private String whereabouts(int caller) {
        List<Call> calls = new ArrayList<>();
        logs.get(caller).addTo(calls);
        if (calls.isEmpty()) {
            return "has asked nothing";
        }
        Call last = calls.get(calls.size() - 1);
        return last.isPending()
                ? "waits for its " + last.operation()
                : "has asked " + calls.size() + " times and was told the outcome of its " + last.operation();
    }

    /**
     * Returns the calls of the window that has not ended, those included that have not returned: all there is when a caller
     * hangs. For any thread; empty before the first window and while all stand still.
     */
    public Optional<History> unfinishedWindow() {
        StartState known = start;
        return known == null ? Optional.empty() : Optional.of(window(known));
    }

    /** Returns how many windows have ended; for any thread. */
    public int windows() {
        return windows.get();
    }

    /** Returns what the coordinator threw when it was asked with all callers standing still; for any thread. */
    public Optional<Throwable> thrownAtTheEnd() {
        return Optional.ofNullable(thrownAtTheEnd);
    }

    /** Returns why there is no other window, if that was not the sink's wish; for any thread. */
    public Optional<String> whyItEnded() {
        return Optional.ofNullable(whyItEnded);
    }
}
