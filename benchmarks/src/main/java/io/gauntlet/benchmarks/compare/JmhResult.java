package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.fork.ForkJvm;
import io.gauntlet.benchmarks.fork.ForkResult;
import io.gauntlet.benchmarks.fork.JmhTiming;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.evidence.Regime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/**
 * Throughput and costs in JMH's own JSON, written by JMH's own writer, so that whatever reads JMH's results reads these: one
 * entry for each subject and conditions, with the iterations of all its forks.
 *
 * <p>The throughput in it is what was counted in the benchmark's window, not JMH's score, which adds up rates over each
 * caller's own time. What has no verdict on its answers is not in it.
 */
final class JmhResult {

    private static final long SECOND_NANOS = 1_000_000_000;
    private static final String THROUGHPUT = "io.gauntlet.benchmarks.MixedCallersBenchmark.operation";
    private static final String COST = "io.gauntlet.benchmarks.OperationCostBenchmark.";

    private final Workload workload;

    private JmhResult(Workload workload) {
        this.workload = workload;
    }

    /** Returns the JSON. */
    static String of(List<ForkResult> finished, Workload workload) {
        JmhResult made = new JmhResult(workload);
        Map<Object, List<ForkResult>> groups = new LinkedHashMap<>();
        for (ForkResult fork : finished) {
            made.key(fork)
                    .forEach(key -> groups.computeIfAbsent(key, first -> new ArrayList<>())
                            .add(fork));
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, new PrintStream(json, /* autoFlush= */ false, StandardCharsets.UTF_8))
                .writeOut(groups.values().stream().map(made::runResult).toList());
        return json.toString(StandardCharsets.UTF_8);
    }

    /** Latency has a format of its own: histograms. */
    private List<Object> key(ForkResult fork) {
        if (fork instanceof ThroughputFork throughput) {
            return throughput.history().linearizable()
                    ? List.of(List.of(
                            throughput.cell().subject(), throughput.cell().regime()))
                    : List.of();
        }
        if (fork instanceof CostFork cost) {
            return List.of(List.of(
                    cost.cell().subject(), cost.cell().operation(), cost.cell().sessions()));
        }
        return List.of();
    }

    private RunResult runResult(List<ForkResult> forks) {
        BenchmarkParams params = params(forks.get(0), forks.size());
        return new RunResult(
                params, forks.stream().map(fork -> forkResult(fork, params)).toList());
    }

    private static BenchmarkResult forkResult(ForkResult fork, BenchmarkParams params) {
        List<IterationResult> iterations = new ArrayList<>();
        for (Collection<Result<?>> results : iterations(fork)) {
            IterationResult iteration =
                    new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(0, 0));
            results.forEach(iteration::addResult);
            iterations.add(iteration);
        }
        return new BenchmarkResult(params, iterations);
    }

    private static List<Collection<Result<?>>> iterations(ForkResult fork) {
        List<Collection<Result<?>>> iterations = new ArrayList<>();
        if (fork instanceof ThroughputFork throughput) {
            for (ThroughputFork.Iteration iteration : throughput.iterations()) {
                iterations.add(List.of(
                        new ThroughputResult(
                                ResultRole.PRIMARY,
                                "operation",
                                iteration.operations(),
                                SECOND_NANOS,
                                TimeUnit.SECONDS),
                        rate("reads", iteration.reads()),
                        rate("writes", iteration.writes()),
                        rate("effective", iteration.effective())));
            }
        } else if (fork instanceof CostFork cost) {
            for (double nanos : cost.nanos()) {
                iterations.add(List.of(
                        new AverageTimeResult(
                                ResultRole.PRIMARY,
                                cost.cell().operation(),
                                SECOND_NANOS / nanos,
                                SECOND_NANOS,
                                TimeUnit.NANOSECONDS),
                        new ScalarResult("gc.alloc.rate.norm", cost.allocatedBytes(), "B/op", AggregationPolicy.AVG)));
            }
        }
        return iterations;
    }

    private static Result<?> rate(String name, double perSecond) {
        return new ScalarResult(name, perSecond, "ops/s", AggregationPolicy.AVG);
    }

    private BenchmarkParams params(ForkResult fork, int forks) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("strategy", fork.cell().subject());
        if (fork instanceof ThroughputFork throughput) {
            Regime regime = throughput.cell().regime();
            values.put("readPercent", String.valueOf(regime.readPercent()));
            values.put("sessions", String.valueOf(regime.sessions()));
            values.put("dedicatedWriters", String.valueOf(regime.dedicatedWriters()));
            values.put("threads", regime.threads().name());
            return params(
                    THROUGHPUT,
                    regime.callers(),
                    forks,
                    workload.throughput().timing(),
                    Mode.Throughput,
                    TimeUnit.SECONDS,
                    values);
        }
        if (fork instanceof CostFork cost) {
            values.put("sessions", String.valueOf(cost.cell().sessions()));
            return params(
                    COST + cost.cell().operation(),
                    1,
                    forks,
                    workload.costs().timing(),
                    Mode.AverageTime,
                    TimeUnit.NANOSECONDS,
                    values);
        }
        throw new IllegalArgumentException("JMH did not measure " + fork.cell());
    }

    private static BenchmarkParams params(
            String benchmark,
            int threads,
            int forks,
            JmhTiming timing,
            Mode mode,
            TimeUnit unit,
            Map<String, String> values) {
        WorkloadParams parameters = new WorkloadParams();
        values.forEach((name, value) -> parameters.put(name, value, 0));
        return new BenchmarkParams(
                benchmark,
                benchmark,
                /* synchIterations= */ false,
                threads,
                new int[] {1},
                List.of(),
                forks,
                /* warmupForks= */ 0,
                new IterationParams(
                        IterationType.WARMUP,
                        timing.warmUpIterations(),
                        TimeValue.milliseconds(timing.warmUpMillis()),
                        1),
                new IterationParams(
                        IterationType.MEASUREMENT,
                        timing.iterations(),
                        TimeValue.milliseconds(timing.iterationMillis()),
                        1),
                mode,
                parameters,
                unit,
                /* opsPerInvocation= */ 1,
                System.getProperty("java.home") + "/bin/java",
                ForkJvm.ARGUMENTS,
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                Version.getPlainVersion(),
                TimeValue.minutes(10));
    }
}
