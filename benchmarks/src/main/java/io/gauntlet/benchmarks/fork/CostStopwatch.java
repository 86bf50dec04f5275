package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.workload.Subject;
import java.io.PrintStream;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Measures what one operation takes and allocates. */
public final class CostStopwatch implements Stopwatch<CostCell, CostFork> {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Class<?> benchmark;
    private final long seed;
    private final JmhFork fork;

    /**
     * Makes a stopwatch.
     *
     * @param benchmark has a method for each operation, with the parameters of {@code OperationCostBenchmark}, and answers in
     *     nanoseconds for one
     * @param seed of the order in which sessions are asked for
     * @param boundSeconds how long one JVM may take
     * @param log gets what JMH prints
     */
    public CostStopwatch(Class<?> benchmark, JmhTiming timing, long seed, int boundSeconds, PrintStream log) {
        this.benchmark = benchmark;
        this.seed = seed;
        this.fork = new JmhFork(timing, boundSeconds, log);
    }

    @Override
    public CostFork measure(CostCell cell) {
        return fork.measure(cell, options(cell), result -> read(cell, result));
    }

    private ChainedOptionsBuilder options(CostCell cell) {
        return fork.options(benchmark, cell.operation(), List.of())
                .param("strategy", Subject.madeAs(cell.subject()))
                .param("sessions", String.valueOf(cell.sessions()))
                .param("seed", String.valueOf(seed))
                .threads(1)
                .addProfiler(GCProfiler.class);
    }

    private static CostFork read(CostCell cell, BenchmarkResult result) {
        List<Double> nanos = result.getIterationResults().stream()
                .map(iteration -> nanos(iteration.getPrimaryResult()))
                .toList();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        if (allocated == null || Double.isNaN(allocated.getScore())) {
            throw new IllegalStateException("JMH's GC profiler gave no '" + ALLOCATED
                    + "': this JVM does not count what a" + " thread allocates");
        }
        return new CostFork(cell, nanos, allocated.getScore());
    }

    private static double nanos(Result<?> primary) {
        if (!primary.getScoreUnit().equals("ns/op")) {
            throw new IllegalStateException("JMH answered in " + primary.getScoreUnit() + " and not in ns/op");
        }
        return primary.getScore();
    }
}
