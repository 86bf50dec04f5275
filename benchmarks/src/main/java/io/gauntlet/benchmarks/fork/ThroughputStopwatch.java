package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * Measures throughput: operations counted in a window of the benchmark's own, and what each caller got of them. After the
 * measured iterations it asks for one more, in which each call is timed and which counts for nothing else. What callers are
 * told in between is recorded and judged, where a folder is given: without that the numbers have no verdict.
 */
public final class ThroughputStopwatch implements Stopwatch<ThroughputCell, ThroughputFork> {

    private final Class<?> benchmark;
    private final JmhTiming timing;
    private final long seed;
    private final Optional<Path> windows;
    private final JmhFork fork;

    /**
     * Makes a stopwatch.
     *
     * @param benchmark has a method {@code operation}, and the parameters and counters of {@code MixedCallersBenchmark}
     * @param seed of the tapes
     * @param windows folder for a window of calls that no order explains; empty if nothing is to be recorded
     * @param boundSeconds how long one JVM may take
     * @param log gets what JMH prints
     * @throws IllegalArgumentException if there is no warm-up, in which the compiler sees calls timed
     */
    public ThroughputStopwatch(
            Class<?> benchmark,
            JmhTiming timing,
            long seed,
            Optional<Path> windows,
            int boundSeconds,
            PrintStream log) {
        if (timing.warmUpIterations() < 1) {
            throw new IllegalArgumentException(
                    "warmUpIterations '" + timing.warmUpIterations() + "' is not valid: allowed are 1 and more");
        }
        this.benchmark = benchmark;
        this.timing = timing;
        this.seed = seed;
        this.windows = windows;
        this.fork = new JmhFork(timing, boundSeconds, log);
    }

    @Override
    public ThroughputFork measure(ThroughputCell cell) {
        requireThreads(cell, Runtime.version().feature());
        try (PrivateFolder folder = new PrivateFolder()) {
            Path ledger = folder.file("callers");
            return fork.measure(cell, options(cell, ledger), result -> read(cell, result, CallerLedger.read(ledger)));
        } catch (IOException failed) {
            throw new MeasurementException(cell + " failed: no temporary folder, " + failed.getMessage(), failed);
        }
    }

    static void requireThreads(ThroughputCell cell, int jdk) {
        int minimum = cell.regime().threads().minimumJdk();
        if (jdk < minimum) {
            throw new MeasurementException(cell + " needs virtual threads, which JDK " + jdk
                    + " has not: run it on JDK " + minimum + " or later");
        }
    }

    private ChainedOptionsBuilder options(ThroughputCell cell, Path ledger) {
        Regime regime = cell.regime();
        List<String> arguments = new ArrayList<>(List.of(CallerLedger.argument(ledger)));
        windows.ifPresent(folder -> arguments.add(WindowFile.argument(folder.resolve(WindowFile.name(cell)))));
        if (regime.threads() == CallerThreads.VIRTUAL) {
            arguments.add("-Djmh.executor=VIRTUAL");
        }
        return fork.options(benchmark, "operation", arguments)
                .param("strategy", Subject.madeAs(cell.subject()))
                .param("readPercent", String.valueOf(regime.readPercent()))
                .param("dedicatedWriters", String.valueOf(regime.dedicatedWriters()))
                .param("sessions", String.valueOf(regime.sessions()))
                .param("seed", String.valueOf(seed))
                .threads(regime.callers())
                .measurementIterations(timing.iterations() + 1);
    }

    private ThroughputFork read(ThroughputCell cell, BenchmarkResult result, CallerLedger.Entries told) {
        List<CallerTotal> callers = told.callers();
        List<IterationResult> iterations = List.copyOf(result.getIterationResults());
        if (iterations.size() != timing.iterations() + 1) {
            throw new IllegalStateException(
                    "JMH returned " + iterations.size() + " iterations and not " + (timing.iterations() + 1));
        }
        List<IterationResult> measured = iterations.subList(0, timing.iterations());
        requireRoles(cell.regime(), callers);
        requireSum("reads", measured, callers, CallerTotal::reads);
        requireSum("writes", measured, callers, CallerTotal::writes);
        return new ThroughputFork(
                cell, measured.stream().map(ThroughputStopwatch::read).toList(), callers, told.history());
    }

    private static void requireRoles(Regime regime, List<CallerTotal> callers) {
        long writers =
                callers.stream().filter(caller -> caller.role() == Role.WRITER).count();
        if (callers.size() != regime.callers() || writers != regime.dedicatedWriters()) {
            throw new IllegalStateException("the ledger has " + callers.size() + " callers, of which " + writers
                    + " only write, and not " + regime.callers() + " and " + regime.dedicatedWriters());
        }
    }

    private static void requireSum(
            String name, List<IterationResult> measured, List<CallerTotal> callers, ToLongFunction<CallerTotal> each) {
        double counted = measured.stream()
                .mapToDouble(iteration -> counter(iteration, name))
                .sum();
        long sum = callers.stream().mapToLong(each).sum();
        if (counted != sum) {
            throw new IllegalStateException(
                    "the callers have " + sum + " " + name + " together, and JMH counted " + counted);
        }
    }

    private static Iteration read(IterationResult iteration) {
        double seconds = counter(iteration, "windowNanos") / 1e9;
        if (!(seconds > 0)) {
            throw new IllegalStateException("the window of an iteration was " + seconds + " s: nothing was counted");
        }
        return new Iteration(
                counter(iteration, "reads") / seconds,
                counter(iteration, "writes") / seconds,
                // Divided before they are added, like the others: rounding must not make more of them.
                counter(iteration, "effectiveReads") / seconds + counter(iteration, "effectiveWrites") / seconds);
    }

    private static double counter(IterationResult iteration, String name) {
        Result<?> result = iteration.getSecondaryResults().get(name);
        if (result == null) {
            throw new IllegalStateException("the benchmark has no counter '" + name + "'");
        }
        return result.getScore();
    }
}
