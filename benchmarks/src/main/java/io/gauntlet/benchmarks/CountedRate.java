package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.Counts;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Has JMH print, beside its own score, operations counted in the window of {@link MixedCallersBenchmark} divided by that
 * window: all of them, and apart reads, writes, and those that did not come to nothing. {@link BenchmarksMain} asks for it;
 * it says nothing of other benchmarks.
 */
public final class CountedRate implements InternalProfiler {

    @Override
    public String getDescription() {
        return "Operations a second over all callers together, counted in one window";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        Tally.forget();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return Tally.last()
                .filter(counts -> counts.windowNanos() > 0)
                .map(CountedRate::rates)
                .orElse(List.of());
    }

    private static List<Result<?>> rates(Counts counts) {
        return List.of(
                rate("counted", counts.operationsPerSecond()),
                rate("counted.reads", counts.readsPerSecond()),
                rate("counted.writes", counts.writesPerSecond()),
                rate("counted.effective", counts.effectivePerSecond()));
    }

    private static Result<?> rate(String name, double perSecond) {
        return new ScalarResult(name, perSecond, "ops/s", AggregationPolicy.AVG);
    }
}
