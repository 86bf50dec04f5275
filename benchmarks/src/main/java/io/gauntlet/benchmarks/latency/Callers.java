package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.record.RecordedTrial;
import io.gauntlet.benchmarks.workload.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All callers of a measurement, window after window. Their histograms are made once and used again. */
final class Callers {

    private static final int BOUND_SECONDS = 60;
    private static final int FRAMES_TOLD = 12;

    /** From the moment that all callers stand ready until the first call may be due. */
    static final int GATHERING_MILLIS = 20;

    private final Clock clock = new SystemClock();
    private final int count;
    private final Tape tape;
    private final ExponentialGaps gaps;
    private final ThreadFactory threads;
    private final long rotationNanos;

    /** Tens of kilobytes each, so that two callers never write to the same cache line. */
    private final List<CallTimes> times;

    Callers(int count, Tape tape, long seed, ThreadFactory threads) {
        this.count = count;
        this.tape = tape;
        this.gaps = new ExponentialGaps(seed, count);
        this.threads = threads;
        this.rotationNanos = Backlog.rotationNanos(count, Runtime.getRuntime().availableProcessors());
        this.times = Stream.generate(CallTimes::new).limit(count).toList();
    }

    /** Returns places on the tape, one for each caller, spread evenly. */
    int[] places() {
        return IntStream.range(0, count)
                .map(number -> tape.offset(number, count))
                .toArray();
    }

    /**
     * Lets all callers call as fast as they can.
     *
     * @param places where each begins on the tape; afterwards where it stopped
     * @throws IllegalStateException if a caller failed, or did not come back
     */
    Played saturate(Target target, int millis, int[] places) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        return play(target, Schedule.ALL_AT_ONCE, begins -> Window.ofSaturation(begins, nanos), places);
    }

    /**
     * Offers a load.
     *
     * @param places where each begins on the tape; afterwards where it stopped
     * @throws IllegalStateException if a caller failed, or did not come back
     */
    Played offer(Target target, double callsPerSecond, int millis, int[] places) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        return play(
                target, 1e9 * count / callsPerSecond, begins -> Window.ofLoad(begins, nanos, rotationNanos), places);
    }

    /**
     * Has all callers write down some of their calls.
     *
     * @param places where each begins on the tape; afterwards where it stopped
     * @throws IllegalStateException if a caller failed, or did not come back
     */
    void record(RecordedTrial trial, int sitting, boolean kept, int[] places) {
        List<FutureTask<Integer>> tasks = IntStream.range(0, count)
                .mapToObj(number -> new FutureTask<>(() -> trial.play(sitting, kept, number, tape, places[number])))
                .toList();
        tasks.forEach(task -> threads.newThread(task).start());
        for (int number = 0; number < count; number++) {
            try {
                places[number] = tasks.get(number).get(BOUND_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                throw new IllegalStateException(
                        "caller " + (number + 1) + " of " + count + " failed: " + failed.getCause(), failed);
            } catch (TimeoutException stuck) {
                throw new IllegalStateException(
                        "caller " + (number + 1) + " of " + count + " did not write down its calls within "
                                + BOUND_SECONDS + " s",
                        stuck);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + count + " callers were calling", e);
            }
        }
    }

    /** A caller under way. */
    private record Started(Thread thread, FutureTask<Caller> task) {}

    private Played play(Target target, double meanGapNanos, LongFunction<Window> windowFrom, int[] places) {
        times.forEach(CallTimes::forget);
        CountDownLatch ready = new CountDownLatch(count);
        CompletableFuture<Window> agreed = new CompletableFuture<>();
        try {
            List<Started> started = IntStream.range(0, count)
                    .mapToObj(number -> start(new FutureTask<>(() -> {
                        ready.countDown();
                        Window window = agreed.get();
                        Schedule schedule = gaps.schedule(number, meanGapNanos);
                        Caller caller =
                                new Caller(clock, target, tape, places[number], schedule, window, times.get(number));
                        caller.play();
                        return caller;
                    })))
                    .toList();
            if (!ready.await(BOUND_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        ready.getCount() + " of " + count + " callers did not start within " + BOUND_SECONDS + " s");
            }
            long startedAtMillis = System.currentTimeMillis();
            Window window = windowFrom.apply(clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHERING_MILLIS));
            agreed.complete(window);
            return gather(started, window, places, startedAtMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + count + " callers were calling", e);
        } finally {
            agreed.cancel(/* mayInterruptIfRunning= */ false);
        }
    }

    private Started start(FutureTask<Caller> task) {
        Thread thread = threads.newThread(task);
        thread.start();
        return new Started(thread, task);
    }

    private Played gather(List<Started> started, Window window, int[] places, long startedAtMillis)
            throws InterruptedException {
        long bound = window.abandons() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        Tally tally = Tally.NOTHING;
        Distributions distributions = Distributions.empty();
        for (int number = 0; number < count; number++) {
            Caller caller = join(started.get(number), number, bound);
            places[number] = caller.position();
            tally = tally.plus(caller.tally());
            times.get(number).addTo(distributions);
        }
        return new Played(tally, window, Backlog.whyNot(tally, window, rotationNanos), distributions, startedAtMillis);
    }

    private Caller join(Started caller, int number, long bound) throws InterruptedException {
        try {
            return caller.task().get(Math.max(1, bound - clock.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "caller " + (number + 1) + " of " + count + " failed: " + failed.getCause(), failed);
        } catch (TimeoutException stuck) {
            throw new IllegalStateException(
                    "caller " + (number + 1) + " of " + count + " did not come back within " + BOUND_SECONDS
                            + " s after it was to stop; it is at "
                            + Arrays.stream(caller.thread().getStackTrace())
                                    .limit(FRAMES_TOLD)
                                    .toList(),
                    stuck);
        }
    }
}
