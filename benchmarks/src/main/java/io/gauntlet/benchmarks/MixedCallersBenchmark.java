package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.benchmarks.workload.Tape;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Throughput of one coordinator that all callers share, under a mix of reads and writes.
 *
 * <p>Of the reads 60 % get a session by id, 25 % the active id, 8 % the waiting sessions, 5 % the list, 2 % a snapshot. Of
 * the writes 30 % update statistics, 20 % a state, 18 % post a state change, 15 % append output, 10 % switch, 5 % process
 * the posted changes, and 2 % close a session and create it again. The operations come from a seeded tape; callers begin at
 * places spread evenly over it.
 *
 * <p>What you should see: {@code reads} and {@code writes} are operations counted in {@code windowNanos}, summed over the
 * iterations; {@code effectiveReads} and {@code effectiveWrites} leave out what came to nothing (refused, dropped, the session
 * gone). Counted operations divided by the window are the throughput, as {@link CompareMain} reports it. JMH's own score adds
 * up a rate per caller, each over that caller's own time: where callers outnumber cores one that is scheduled late is fast for
 * a moment, and the sum comes out many times too high. With {@code -si false} JMH does not gather the callers before and
 * after an iteration, which on a few cores takes it longer than the iteration.
 *
 * <p>At 100 % reads strategies whose readers write nothing stay near REFERENCE, which has no guard and therefore runs at
 * 100 % only. With writes among them the order changes; that is what {@link CompareMain} is for. More callers than cores
 * measure the scheduler too.
 *
 * <pre>
 *   java -jar benchmarks.jar MixedCallers -p strategy=MUTEX,LOCK_FREE -p readPercent=99 -t 128 -si false
 *   java -jar benchmarks.jar MixedCallers -p strategy=REFERENCE -p readPercent=100 -si false
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(128)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MixedCallersBenchmark {

    /** The one coordinator. After the trial its invariants are judged: a fast wrong answer scores nothing. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets parameters, then calls the set-up
    public static class SharedCoordinator {

        private static final long WARM_UP_NANOS = 1_000_000_000L;
        private static final int WARM_UP_BOUND_SECONDS = 60;
        private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;

        /** {@link BenchmarksMain} puts every strategy in the place of this one, so that there is only one list of them. */
        @Param("MUTEX")
        public String strategy;

        @Param({"100", "99", "90", "50"})
        public int readPercent;

        @Param("10")
        public int sessions;

        @Param("20261124")
        public long seed;

        CoordinatorConfig config;
        SessionCoordinator coordinator;
        Tape tape;

        @Setup(Level.Trial)
        public void open() {
            Subject subject = Subject.named(strategy);
            subject.requireSharableAt(readPercent);
            Population population = new Population(sessions);
            config = population.config();
            tape = new Tape(seed, readPercent, population);
            coordinator = create(subject, config);
            population.openIn(coordinator, /* waiting= */ sessions / 5);
            warmUpWithFew();
        }

        /**
         * A few callers play the tape first. Once all of them run, the compiler gets one share of the processor in as many as
         * there are callers, and what is measured for many seconds is the interpreter. More than one, so that the compiler
         * sees callers in each other's way.
         */
        private void warmUpWithFew() {
            int few = Math.max(2, Runtime.getRuntime().availableProcessors());
            List<CompletableFuture<Void>> callers = IntStream.range(0, few)
                    .mapToObj(index -> CompletableFuture.runAsync(
                            () -> play(tape.offset(index, few)), task -> new Thread(task, "warm-up").start()))
                    .toList();
            CompletableFuture.allOf(callers.toArray(CompletableFuture<?>[]::new))
                    .orTimeout(WARM_UP_BOUND_SECONDS, TimeUnit.SECONDS)
                    .join();
        }

        private void play(int offset) {
            long begun = System.nanoTime();
            int position = offset;
            while (System.nanoTime() - begun < WARM_UP_NANOS) {
                for (int step = 0; step < STEPS_BETWEEN_LOOKS_AT_THE_CLOCK; step++) {
                    tape.perform(position, coordinator);
                    position = tape.next(position);
                }
            }
        }

        SessionCoordinator create(Subject subject, CoordinatorConfig config) {
            return subject.create(config);
        }

        @TearDown(Level.Trial)
        public void judge() {
            List<String> violations = SnapshotInvariants.violations(coordinator.snapshot(), config);
            if (!violations.isEmpty()) {
                throw new IllegalStateException(strategy + " at " + readPercent
                        + " % reads broke its invariants, its numbers are void: " + String.join("; ", violations));
            }
        }
    }

    /** Where one caller is on the tape. */
    @State(Scope.Thread)
    public static class Caller {

        int position;

        @Setup(Level.Trial)
        public void takePlace(SharedCoordinator shared, ThreadParams thread) {
            position = shared.tape.offset(thread.getThreadIndex(), thread.getThreadCount());
        }
    }

    /** The time in which callers are counted: from the first counted operation to the first caller told to stop. */
    @State(Scope.Benchmark)
    public static class Window {

        private static final long UNSEEN = Long.MIN_VALUE;

        private final AtomicLong opened = new AtomicLong(UNSEEN);
        private final AtomicLong closed = new AtomicLong(UNSEEN);

        @Setup(Level.Iteration)
        public void forget() {
            opened.set(UNSEEN);
            closed.set(UNSEEN);
        }

        void open() {
            opened.compareAndSet(UNSEEN, System.nanoTime());
        }

        void close() {
            closed.compareAndSet(UNSEEN, System.nanoTime());
        }

        long nanos() {
            return opened.get() == UNSEEN ? 0 : closed.get() - opened.get();
        }
    }

    /**
     * What one caller's operations came to in one iteration: events, not rates, because JMH divides each caller's events by
     * that caller's own time.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Outcomes {
        public long reads;
        public long writes;
        public long effectiveReads;
        public long effectiveWrites;

        /** Of all callers the first reports it, so that the sum over callers is the window itself. */
        public long windowNanos;

        private boolean counting;

        void count(boolean read, boolean effective) {
            if (read) {
                reads++;
                if (effective) {
                    effectiveReads++;
                }
            } else {
                writes++;
                if (effective) {
                    effectiveWrites++;
                }
            }
        }

        @TearDown(Level.Iteration)
        public void report(Window window, ThreadParams thread) {
            counting = false;
            window.close();
            windowNanos = thread.getThreadIndex() == 0 ? window.nanos() : 0;
        }
    }

    @Benchmark
    public @Nullable Object operation(
            SharedCoordinator shared, Caller caller, Window window, Outcomes outcomes, Control control) {
        Tape tape = shared.tape;
        int position = caller.position;
        caller.position = tape.next(position);
        if (control.stopMeasurement) {
            window.close();
            return tape.perform(position, shared.coordinator);
        }
        if (!control.startMeasurement) {
            return tape.perform(position, shared.coordinator);
        }
        if (!outcomes.counting) {
            outcomes.counting = true;
            window.open();
        }
        Object answer = tape.perform(position, shared.coordinator);
        outcomes.count(tape.isRead(position), answer != null);
        return answer;
    }
}
