package io.gauntlet.history.record;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where all callers of a run meet, again and again. Whoever comes last does the work that needs all others to stand still.
 *
 * <p>They leave together: a caller that is let go waits until the others are awake too. To wake a hundred threads takes longer
 * than a window; one after the other, each would be through with its calls before the next one could get in its way.
 *
 * <p>Nobody waits for ever: one caller that has waited too long sends all others away, with the names of those who did not
 * come. An interrupt does not end the waiting, which has a bound of its own, and is not lost.
 */
final class Rendezvous {

    private static final int SHOWN = 8;

    /** Who is not awake by then is left behind: an overlap less, and nothing wrong. */
    private static final long MOST_NANOS_TO_WAKE = TimeUnit.MILLISECONDS.toNanos(100);

    private final int callers;
    private final Supplier<Duration> patience;
    private final BooleanSupplier work;
    private final IntFunction<String> whereabouts;
    private final Phaser phaser;

    /** For each caller how often it has come. */
    private final AtomicIntegerArray meetings;

    private final AtomicReference<@Nullable RendezvousException> broken = new AtomicReference<>();
    private final AtomicLong awake = new AtomicLong();
    private volatile boolean working;

    /**
     * @param patience how long a caller that begins to wait does so for the others, and for the work
     * @param work done by the last to come; returns whether there is another meeting
     * @param whereabouts what is known of a caller who did not come
     */
    Rendezvous(int callers, Supplier<Duration> patience, BooleanSupplier work, IntFunction<String> whereabouts) {
        this.callers = callers;
        this.patience = patience;
        this.work = work;
        this.whereabouts = whereabouts;
        this.meetings = new AtomicIntegerArray(callers);
        this.phaser = new Phaser(callers) {
            @Override
            protected boolean onAdvance(int phase, int registeredParties) {
                return !doWork();
            }
        };
    }

    /**
     * Waits for all others and for the work.
     *
     * @return whether there is another meeting
     * @throws RendezvousException if the others did not all come, or the work failed
     */
    boolean meet(int caller) {
        meetings.incrementAndGet(caller);
        int phase = phaser.arrive();
        if (phase >= 0) {
            await(phase);
        }
        RendezvousException reason = broken.get();
        if (reason != null) {
            // A stack trace of its own for each caller.
            throw new RendezvousException(String.valueOf(reason.getMessage()), reason);
        }
        if (phaser.isTerminated()) {
            return false;
        }
        leaveTogether(phase);
        return true;
    }

    @SuppressWarnings("ThreadPriorityCheck") // they yield to those who are to wake
    private void leaveTogether(int phase) {
        long all = (phase + 1L) * callers;
        long deadline = System.nanoTime() + MOST_NANOS_TO_WAKE;
        awake.incrementAndGet();
        while (awake.get() < all && !phaser.isTerminated() && System.nanoTime() < deadline) {
            Thread.yield();
        }
    }

    private void await(int phase) {
        boolean interrupted = false;
        Duration within = patience.get();
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            try {
                phaser.awaitAdvanceInterruptibly(phase, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (TimeoutException e) {
                breakUp(new RendezvousException(whoIsMissing(phase, within)));
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean doWork() {
        working = true;
        try {
            return work.getAsBoolean();
        } catch (Throwable failed) {
            breakUp(new RendezvousException("what is done while all stand still failed: " + failed, failed));
            return false;
        } finally {
            working = false;
        }
    }

    /** Ends all meetings, now and later; the first reason counts. */
    void breakUp(RendezvousException reason) {
        broken.compareAndSet(null, reason);
        phaser.forceTermination();
    }

    private String whoIsMissing(int phase, Duration patience) {
        String within = " within " + patience.toMillis() + " ms";
        if (working) {
            return "all " + callers + " callers came, but what is done while they stand still did not end" + within;
        }
        int[] missing = IntStream.range(0, callers)
                .filter(caller -> meetings.get(caller) <= phase)
                .toArray();
        return missing.length + " of " + callers + " callers did not come to meeting " + (phase + 1) + within + ": "
                + IntStream.of(missing)
                        .limit(SHOWN)
                        .mapToObj(caller -> "caller " + caller + " " + whereabouts.apply(caller))
                        .collect(Collectors.joining("; "))
                + (missing.length > SHOWN ? "; ..." : "");
    }
}
