package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.compare.Budget;
import io.gauntlet.benchmarks.compare.Part;
import io.gauntlet.benchmarks.compare.Workload;
import io.gauntlet.benchmarks.fork.MeasurementException;
import io.gauntlet.benchmarks.fork.Stopwatch;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.fork.ThroughputStopwatch;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.benchmarks.statistics.Ratio;
import io.gauntlet.benchmarks.statistics.Replicates;
import io.gauntlet.benchmarks.workload.WholeNumber;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line that measures what it costs a trial that its callers write down a part of what they are told: JVMs with and
 * without, interleaved in a seeded random order, and for each strategy two ratios with their 95 % intervals.
 *
 * <p>{@code measured} compares what the stopwatch counts, which recorded windows lie outside of: it should be 1. {@code whole}
 * divides the same operations by the time that it takes to measure them and to record: what is lost of a trial.
 *
 * <pre>
 *   java -cp benchmarks.jar io.gauntlet.benchmarks.RecordingCostMain --rounds 20
 * </pre>
 */
@Command(
        name = "RecordingCostMain",
        mixinStandardHelpOptions = true,
        description = "Measures what recorded windows cost a trial of 128 callers at 90 %% reads.")
public final class RecordingCostMain implements Callable<Integer> {

    private static final Regime REGIME = new Regime(128, CallerThreads.PLATFORM, 0, 90, 10);
    private static final List<String> SUBJECTS = List.of("MUTEX", "LOCK_FREE");
    private static final int FEWEST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rounds", defaultValue = "10", description = "JVMs of each kind (default: ${DEFAULT-VALUE})")
    private String rounds = "";

    @Option(names = "--seed", defaultValue = "20261124", description = "of tapes and order (default: ${DEFAULT-VALUE})")
    private String seed = "";

    /** One JVM to be measured. */
    private record Trial(ThroughputCell cell, boolean recorded) {}

    /** One JVM that was. */
    private record Measured(Trial trial, ThroughputFork fork) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RecordingCostMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec known = Objects.requireNonNull(spec);
        int count;
        long random;
        try {
            count = (int) WholeNumber.parse("--rounds", rounds, FEWEST_ROUNDS, MOST_ROUNDS);
            random = WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE);
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(known.commandLine(), String.valueOf(invalid.getMessage()));
        }
        Workload workload = Budget.STANDARD.workload(List.of(), /* virtual= */ false);
        Path folder = Files.createTempDirectory("gauntlet-recording-cost");
        try (PrintStream log = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            print(System.out, measure(workload, random, count, folder, log), workload, random);
            return 0;
        } catch (MeasurementException failed) {
            System.err.println("FAILED: " + failed.getMessage());
            return 1;
        } finally {
            deleteIfEmpty(folder);
        }
    }

    private static List<Measured> measure(Workload workload, long seed, int rounds, Path folder, PrintStream log) {
        Stopwatch<ThroughputCell, ThroughputFork> recording = stopwatch(workload, seed, Optional.of(folder), log);
        Stopwatch<ThroughputCell, ThroughputFork> plain = stopwatch(workload, seed, Optional.empty(), log);
        Random random = new Random(seed);
        List<Measured> measured = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            List<Trial> trials = new ArrayList<>();
            for (String subject : SUBJECTS) {
                ThroughputCell cell = new ThroughputCell(subject, REGIME, round);
                trials.add(new Trial(cell, /* recorded= */ true));
                trials.add(new Trial(cell, /* recorded= */ false));
            }
            Collections.shuffle(trials, random);
            for (Trial trial : trials) {
                measured.add(new Measured(trial, (trial.recorded() ? recording : plain).measure(trial.cell())));
            }
        }
        return measured;
    }

    private static Stopwatch<ThroughputCell, ThroughputFork> stopwatch(
            Workload workload, long seed, Optional<Path> windows, PrintStream log) {
        return new ThroughputStopwatch(
                MixedCallersBenchmark.class,
                workload.throughput().timing(),
                workload.throughput().settling().warmUpMillis(),
                seed,
                windows,
                workload.boundSeconds(Part.THROUGHPUT),
                log);
    }

    private static void print(PrintStream out, List<Measured> measured, Workload workload, long seed) {
        Bootstrap bootstrap = new Bootstrap(seed);
        out.printf(
                Locale.ROOT,
                "128 platform callers, 90 %% reads, 10 sessions; with recorded windows divided by without; seed %d%n",
                seed);
        out.printf(
                "%-10s %6s %-22s %-22s %-14s %s%n",
                "strategy", "JVMs", "measured", "whole", "recording ms", "verdicts");
        double iterations = workload.throughput().timing().iterations() + 1.0;
        for (String subject : SUBJECTS) {
            List<ThroughputFork> with = of(measured, subject, /* recorded= */ true);
            List<ThroughputFork> without = of(measured, subject, /* recorded= */ false);
            double countedSeconds = iterations * workload.throughput().timing().iterationMillis() / MILLIS_PER_SECOND
                    - iterations * Window.LEAD_IN_NANOS / NANOS_PER_SECOND;
            out.printf(
                    Locale.ROOT,
                    "%-10s %6d %-22s %-22s %-14.0f %d of %d LINEARIZABLE%n",
                    subject,
                    with.size(),
                    text(bootstrap.ratio(rates(with, fork -> 1), rates(without, fork -> 1))),
                    text(bootstrap.ratio(rates(with, fork -> kept(fork, countedSeconds)), rates(without, fork -> 1))),
                    with.stream()
                                    .mapToLong(fork -> fork.history().recordingNanos())
                                    .average()
                                    .orElseThrow()
                            / NANOS_PER_SECOND
                            * MILLIS_PER_SECOND,
                    with.stream().filter(fork -> fork.history().linearizable()).count(),
                    with.size());
        }
    }

    /** Returns what share of the time in which a trial counts and records is left for counting. */
    private static double kept(ThroughputFork fork, double countedSeconds) {
        return countedSeconds / (countedSeconds + fork.history().recordingNanos() / NANOS_PER_SECOND);
    }

    private static List<ThroughputFork> of(List<Measured> measured, String subject, boolean recorded) {
        return measured.stream()
                .filter(one -> one.trial().recorded() == recorded
                        && one.trial().cell().subject().equals(subject))
                .map(Measured::fork)
                .toList();
    }

    private static Replicates rates(List<ThroughputFork> forks, ToDoubleFunction<ThroughputFork> factor) {
        return new Replicates(forks.stream()
                .map(fork -> fork.iterations().stream()
                        .map(iteration -> iteration.operations() * factor.applyAsDouble(fork))
                        .toList())
                .toList());
    }

    private static String text(Ratio ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio.value())
                + ratio.interval()
                        .map(ends -> String.format(Locale.ROOT, " [%.3f, %.3f]", ends.low(), ends.high()))
                        .orElse("");
    }

    /** A window that no order explains stays. */
    private static void deleteIfEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
