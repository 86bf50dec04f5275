package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.CallerLedger;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SnapshotInvariants;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The one coordinator, and what its callers have to agree on. The first to come opens it, the last to leave judges its
 * invariants: a fast wrong answer scores nothing, and leaves no ledger.
 *
 * <p>Not by JMH's set-up and tear-down of a shared state: while one caller is busy with those the others sleep for a second.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, then the first caller opens
public class SharedCoordinator {

    private static final int WARM_UP_SLACK_SECONDS = 60;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;

    /** {@link BenchmarksMain} puts every strategy in the place of this one, so that there is only one list of them. */
    @Param("MUTEX")
    public String strategy;

    @Param({"100", "99", "90", "50"})
    public int readPercent;

    @Param("0")
    public int dedicatedWriters;

    @Param("10")
    public int sessions;

    @Param("20261124")
    public long seed;

    final Window window = new Window();
    Parts parts;
    SessionCoordinator coordinator;
    StartingLine startingLine;
    private CoordinatorConfig config;
    private final NavigableMap<Integer, CallerTotal> totals = new TreeMap<>();

    /** Opens the sessions and warms up for so long, unless another caller did. */
    synchronized void open(int callers, long warmUpNanos) {
        if (coordinator != null) {
            return;
        }
        Subject subject = Subject.named(strategy);
        subject.requireSharableAt(readPercent, dedicatedWriters);
        Population population = new Population(sessions);
        config = population.config();
        parts = new Parts(seed, readPercent, dedicatedWriters, callers, population);
        startingLine = new StartingLine(callers);
        coordinator = create(subject, config);
        population.openIn(coordinator, /* waiting= */ sessions / 5);
        warmUpWithFew(warmUpNanos);
    }

    SessionCoordinator create(Subject subject, CoordinatorConfig config) {
        return subject.create(config);
    }

    /**
     * A few callers play first. Once all of them run, the compiler gets one share of the processor in as many as there are
     * callers, and what is measured for many seconds is the interpreter. More than one, so that the compiler sees callers in
     * each other's way; but no more than there will be.
     */
    private void warmUpWithFew(long nanos) {
        Parts fewer = parts.withFewer(Math.max(2, Runtime.getRuntime().availableProcessors()));
        List<CompletableFuture<Void>> callers = IntStream.range(0, fewer.callers())
                .mapToObj(index -> CompletableFuture.runAsync(
                        () -> play(fewer, index, nanos), task -> new Thread(task, "warm-up").start()))
                .toList();
        CompletableFuture.allOf(callers.toArray(CompletableFuture<?>[]::new))
                .orTimeout(TimeUnit.NANOSECONDS.toSeconds(nanos) + WARM_UP_SLACK_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Times every other stretch: the compiler must have seen that branch before the iteration that is timed. */
    private void play(Parts fewer, int index, long nanos) {
        Caller caller = new Caller();
        caller.takePart(fewer, index);
        long begun = System.nanoTime();
        for (boolean timing = true; System.nanoTime() - begun < nanos; timing = !timing) {
            caller.time(timing);
            for (int step = 0; step < STEPS_BETWEEN_LOOKS_AT_THE_CLOCK; step++) {
                caller.play(coordinator, window);
            }
        }
    }

    /** Takes note of a caller who leaves; the last one closes the books. */
    synchronized void leave(int index, CallerTotal total) {
        totals.put(index, total);
        if (totals.size() == parts.callers()) {
            judge();
            CallerLedger.asked().ifPresent(file -> CallerLedger.write(file, List.copyOf(totals.values())));
        }
    }

    private void judge() {
        List<String> violations = SnapshotInvariants.violations(coordinator.snapshot(), config);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(strategy + " at " + readPercent
                    + " % reads broke its invariants, its numbers are void: " + String.join("; ", violations));
        }
    }
}
