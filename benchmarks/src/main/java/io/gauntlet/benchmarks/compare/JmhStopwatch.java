package io.gauntlet.benchmarks.compare;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One invocation of JMH a cell, with one fork; what JMH prints goes to a log. */
final class JmhStopwatch implements Stopwatch {

    private final Class<?> benchmark;
    private final Budget budget;
    private final int callers;
    private final int sessions;
    private final long seed;
    private final int boundSeconds;
    private final PrintStream log;

    JmhStopwatch(
            Class<?> benchmark,
            Budget budget,
            int callers,
            int sessions,
            long seed,
            int boundSeconds,
            PrintStream log) {
        this.benchmark = benchmark;
        this.budget = budget;
        this.callers = callers;
        this.sessions = sessions;
        this.seed = seed;
        this.boundSeconds = boundSeconds;
        this.log = log;
    }

    @Override
    public ForkResult measure(Cell cell) {
        AtomicBoolean overdue = new AtomicBoolean();
        ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
        // JMH waits for a fork whose callers are deadlocked for ever.
        ScheduledFuture<?> deadline = watchdog.schedule(() -> end(overdue), boundSeconds, TimeUnit.SECONDS);
        try {
            Collection<RunResult> results =
                    new Runner(options(cell), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL)).run();
            return read(cell, results);
        } catch (RunnerException | RuntimeException failed) {
            throw new MeasurementException(
                    overdue.get()
                            ? cell + " did not end within " + boundSeconds + " s and was stopped"
                            : cell + " failed: " + deepestMessage(failed),
                    failed);
        } finally {
            deadline.cancel(/* mayInterruptIfRunning= */ true);
            watchdog.shutdownNow();
        }
    }

    private static void end(AtomicBoolean overdue) {
        overdue.set(true);
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private static String deepestMessage(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        Throwable[] suppressed = deepest.getSuppressed();
        return suppressed.length > 0 ? deepestMessage(suppressed[0]) : String.valueOf(deepest.getMessage());
    }

    private Options options(Cell cell) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName()) + "\\.operation$")
                .param("strategy", cell.subject())
                .param("readPercent", String.valueOf(cell.readPercent()))
                .param("sessions", String.valueOf(sessions))
                .param("seed", String.valueOf(seed))
                .threads(callers)
                .forks(1)
                .warmupForks(0)
                .warmupIterations(budget.warmUpIterations)
                .warmupTime(TimeValue.milliseconds(budget.warmUpMillis))
                .measurementIterations(budget.iterations)
                .measurementTime(TimeValue.milliseconds(budget.iterationMillis))
                // With many more callers than cores JMH needs several times the iteration to gather them before and
                // after it.
                // The benchmark counts within a window of its own.
                .syncIterations(false)
                .shouldFailOnError(true)
                .build();
    }

    static ForkResult read(Cell cell, Collection<RunResult> results) {
        if (results.size() != 1) {
            throw new IllegalStateException("JMH returned " + results.size() + " results and not 1");
        }
        List<ForkResult.Iteration> iterations = results.iterator().next().getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .map(JmhStopwatch::read)
                .toList();
        if (iterations.isEmpty()) {
            throw new IllegalStateException("JMH returned no iteration");
        }
        return new ForkResult(cell, iterations);
    }

    private static ForkResult.Iteration read(IterationResult iteration) {
        double seconds = counter(iteration, "windowNanos") / 1e9;
        if (!(seconds > 0)) {
            throw new IllegalStateException("the window of an iteration was " + seconds + " s: nothing was counted");
        }
        return new ForkResult.Iteration(
                counter(iteration, "reads") / seconds,
                counter(iteration, "writes") / seconds,
                (counter(iteration, "effectiveReads") + counter(iteration, "effectiveWrites")) / seconds);
    }

    private static double counter(IterationResult iteration, String name) {
        Result<?> result = iteration.getSecondaryResults().get(name);
        if (result == null) {
            throw new IllegalStateException("the benchmark has no counter '" + name + "'");
        }
        return result.getScore();
    }
}
