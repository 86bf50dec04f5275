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
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * Measures throughput: operations counted in a window of the benchmark's own, and what each caller got of them. After the
 * measured iterations it asks for one more, in which each call is timed and which counts for nothing else. What callers are
 * told in between is recorded and judged, where a folder is given: without that the numbers have no verdict.
 */
public final class ThroughputStopwatch implements Stopwatch<ThroughputCell, ThroughputFork> {

    private final Class<?> benchmark;
    private final JmhTiming timing;
    private final int warmUpMillis;
    private final long seed;
    private final Optional<Path> windows;
    private final JmhFork fork;

    /**
     * Makes a stopwatch.
     *
     * @param benchmark has a method {@code operation}, and the parameters and callers of {@code MixedCallersBenchmark}
     * @param warmUpMillis how long callers may warm up until the compiler is idle
     * @param seed of the tapes
     * @param windows folder for a window of calls that no order explains; empty if nothing is to be recorded
     * @param boundSeconds how long one JVM may take
     * @param log gets what JMH prints
     * @throws IllegalArgumentException if there is no warm-up of JMH's own, in which the compiler sees its loops
     */
    public ThroughputStopwatch(
            Class<?> benchmark,
            JmhTiming timing,
            int warmUpMillis,
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
        this.warmUpMillis = warmUpMillis;
        this.seed = seed;
        this.windows = windows;
        this.fork = new JmhFork(timing, boundSeconds, log);
    }

    @Override
    public ThroughputFork measure(ThroughputCell cell) {
        requireThreads(cell, Runtime.version().feature());
        try (PrivateFolder folder = new PrivateFolder()) {
            Path ledger = folder.file("callers");
            return fork.measure(cell, options(cell, ledger), result -> read(cell, CallerLedger.read(ledger)));
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
        List<String> arguments =
                new ArrayList<>(List.of(CallerLedger.argument(ledger), WarmUpBound.argument(warmUpMillis)));
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

    private ThroughputFork read(ThroughputCell cell, CallerLedger.Entries told) {
        if (told.iterations().size() != timing.iterations()) {
            throw new IllegalStateException(
                    "the ledger has " + told.iterations().size() + " iterations and not " + timing.iterations());
        }
        requireRoles(cell.regime(), told.callers());
        requireSum("reads", told, Counts::reads, CallerTotal::reads);
        requireSum("writes", told, Counts::writes, CallerTotal::writes);
        List<Iteration> iterations =
                told.iterations().stream().map(ThroughputStopwatch::read).toList();
        return new ThroughputFork(
                cell, iterations, told.callers(), told.history(), Settlement.of(told.warmedUp(), iterations));
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
            String name, CallerLedger.Entries told, ToLongFunction<Counts> counted, ToLongFunction<CallerTotal> got) {
        long inIterations = told.iterations().stream().mapToLong(counted).sum();
        long ofCallers = told.callers().stream().mapToLong(got).sum();
        if (inIterations != ofCallers) {
            throw new IllegalStateException("the callers have " + ofCallers + " " + name
                    + " together, and the iterations have " + inIterations);
        }
    }

    private static Iteration read(Counts counts) {
        if (counts.windowNanos() == 0) {
            throw new IllegalStateException("the window of an iteration was 0 s: nothing was counted");
        }
        return new Iteration(counts.readsPerSecond(), counts.writesPerSecond(), counts.effectivePerSecond());
    }
}
