package io.gauntlet.benchmarks.fork;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One invocation of JMH with one fork, ended when it is overdue; what JMH prints goes to a log. */
final class JmhFork {

    private final JmhTiming timing;
    private final int boundSeconds;
    private final PrintStream log;

    JmhFork(JmhTiming timing, int boundSeconds, PrintStream log) {
        this.timing = timing;
        this.boundSeconds = boundSeconds;
        this.log = log;
    }

    /** Returns what is asked of JMH for one method in one JVM that is given {@code arguments} besides those of all. */
    ChainedOptionsBuilder options(Class<?> benchmark, String method, List<String> arguments) {
        List<String> all = new ArrayList<>(ForkJvm.ARGUMENTS);
        all.addAll(arguments);
        return new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName() + "." + method) + "$")
                .forks(1)
                .warmupForks(0)
                .warmupIterations(timing.warmUpIterations())
                .warmupTime(TimeValue.milliseconds(timing.warmUpMillis()))
                .measurementIterations(timing.iterations())
                .measurementTime(TimeValue.milliseconds(timing.iterationMillis()))
                .jvmArgs(all.toArray(String[]::new))
                .shouldFailOnError(true);
    }

    /**
     * Measures.
     *
     * @param read turns what JMH measured into what is wanted
     * @throws MeasurementException if the JVM failed or did not end in time, or {@code read} threw; the message names the cell
     */
    <T> T measure(Cell cell, ChainedOptionsBuilder options, Function<BenchmarkResult, T> read) {
        AtomicBoolean overdue = new AtomicBoolean();
        ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
        // JMH waits for a fork whose callers are deadlocked for ever.
        ScheduledFuture<?> deadline = watchdog.schedule(() -> end(overdue), boundSeconds, TimeUnit.SECONDS);
        try {
            return read.apply(
                    only(new Runner(options.build(), OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL))
                            .run()));
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

    private static BenchmarkResult only(Collection<RunResult> results) {
        List<BenchmarkResult> forks = results.stream()
                .map(RunResult::getBenchmarkResults)
                .flatMap(Collection::stream)
                .toList();
        if (forks.size() != 1) {
            throw new IllegalStateException("JMH returned " + forks.size() + " results and not 1");
        }
        return forks.get(0);
    }

    private static String deepestMessage(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        Throwable[] suppressed = deepest.getSuppressed();
        if (suppressed.length > 0) {
            return deepestMessage(suppressed[0]);
        }
        String message = deepest.getMessage();
        return message == null ? deepest.toString() : message;
    }
}
