package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.benchmarks.statistics.Estimate;
import io.gauntlet.evidence.Interval;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.Sitting;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the finished forks of a run say, as evidence. */
final class Findings {

    private final Bootstrap bootstrap;
    private final Function<List<LatencyFork>, List<LatencyResult>> latencyFindings;

    Findings(long seed, Function<List<LatencyFork>, List<LatencyResult>> latencyFindings) {
        this.bootstrap = new Bootstrap(seed);
        this.latencyFindings = latencyFindings;
    }

    MeasurementEvidence of(RunRecord run, boolean complete, List<Sitting> sittings, List<ForkResult> finished) {
        List<CostFork> costs = only(CostFork.class, finished);
        List<LatencyFork> latency = only(LatencyFork.class, finished);
        return new MeasurementEvidence(
                run.budget(),
                run.seed(),
                complete,
                sittings,
                new ThroughputFindings(bootstrap).of(only(ThroughputFork.class, finished)),
                new CostFindings(bootstrap).costs(costs),
                new CostFindings(bootstrap).growth(costs),
                latency.isEmpty() ? List.of() : latencyFindings.apply(latency),
                run.provenance());
    }

    private static <F extends ForkResult> List<F> only(Class<F> kind, List<ForkResult> finished) {
        return finished.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static @Nullable Interval interval(Estimate estimate) {
        return estimate.interval()
                .map(found -> interval(estimate.value(), found))
                .orElse(null);
    }

    /** The logarithm and back may round a value out of an interval of no width. */
    static Interval interval(double value, io.gauntlet.benchmarks.statistics.Interval found) {
        return new Interval(value, Math.min(value, found.low()), Math.max(value, found.high()));
    }
}
