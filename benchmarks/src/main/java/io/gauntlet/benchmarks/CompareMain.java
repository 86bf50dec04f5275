package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.compare.Axes;
import io.gauntlet.benchmarks.compare.Budget;
import io.gauntlet.benchmarks.compare.CompareRequest;
import io.gauntlet.benchmarks.compare.Comparison;
import io.gauntlet.benchmarks.compare.Existing;
import io.gauntlet.benchmarks.compare.Instruments;
import io.gauntlet.benchmarks.compare.Part;
import io.gauntlet.benchmarks.compare.ResultsException;
import io.gauntlet.benchmarks.compare.Workload;
import io.gauntlet.benchmarks.fork.CostStopwatch;
import io.gauntlet.benchmarks.fork.LatencyFork;
import io.gauntlet.benchmarks.fork.SettledStopwatch;
import io.gauntlet.benchmarks.fork.ThroughputStopwatch;
import io.gauntlet.benchmarks.latency.LatencyFindings;
import io.gauntlet.benchmarks.latency.LatencyStopwatch;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.WholeNumber;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.LatencyResult;
import io.gauntlet.evidence.Provenance;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line that measures every strategy beside every other and writes evidence. It exits 0 if all was measured, 1 if
 * a fork failed, found its invariants broken, or could not be kept, 2 if an option says something that is not allowed or the
 * results folder forbids it; then nothing is changed.
 */
@Command(
        name = "CompareMain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures strategies beside each other, JVMs interleaved, and writes evidence.",
        footer = {
            "",
            "With any of --callers, --reads, --sessions, --writers, --threads all their combinations are measured in the"
                    + " place of the budget's conditions; what is not given is 128 platform callers, 90 %% reads, 10"
                    + " sessions, no dedicated writers."
        })
public final class CompareMain implements Callable<Integer> {

    private static final int USAGE_ERROR = 2;
    private static final int MOST_CALLERS = 1_024;
    private static final int MOST_ROUNDS = 1_000;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final int jdk;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--budget",
            defaultValue = "quick",
            description = "smoke, quick, standard (a hundred minutes) or full (two days) (default: ${DEFAULT-VALUE})")
    private String budget = "";

    @Option(names = "--strategies", defaultValue = "all", description = "all, or names separated by commas")
    private String strategies = "";

    @Option(names = "--callers", description = "numbers of callers, separated by commas, each 1 to 1024")
    private @Nullable String callers;

    @Option(names = "--reads", description = "shares of reads in percent, separated by commas")
    private @Nullable String reads;

    @Option(names = "--sessions", description = "numbers of open sessions, separated by commas")
    private @Nullable String sessions;

    @Option(names = "--writers", description = "numbers of callers who only write, separated by commas")
    private @Nullable String writers;

    @Option(names = "--threads", description = "platform, virtual or both, separated by a comma")
    private @Nullable String threads;

    @Option(names = "--only", description = "throughput, costs, latency, or several of them, separated by commas")
    private @Nullable String only;

    @Option(names = "--rounds", description = "JVMs for each cell, 1 to 1000 (default: those of the budget)")
    private @Nullable String rounds;

    @Option(
            names = "--seed",
            defaultValue = "20261124",
            description = "of tapes, schedules and order (default: ${DEFAULT-VALUE})")
    private String seed = "";

    @Option(
            names = "--results",
            defaultValue = "target/results",
            description = "folder that keeps every finished fork (default: ${DEFAULT-VALUE})")
    private String results = "";

    @Option(
            names = "--out",
            defaultValue = "target/evidence",
            description = "folder of the evidence (default: ${DEFAULT-VALUE})")
    private String out = "";

    @Option(names = "--resume", description = "go on with the run that the results folder holds")
    private boolean resume;

    @Option(names = "--discard", description = "delete the run that the results folder holds")
    private boolean discard;

    @Option(
            names = "--dry-run",
            description = "print the plan and how long it is expected to take, and measure nothing")
    private boolean dryRun;

    CompareMain(int jdk) {
        this.jdk = jdk;
    }

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new CompareMain(Runtime.version().feature())).execute(arguments);
    }

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        CompareRequest request;
        try {
            request = request();
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(commandLine, String.valueOf(invalid.getMessage()));
        }
        if (dryRun) {
            commandLine.getOut().print(Comparison.describe(request));
            commandLine.getOut().flush();
            return 0;
        }
        Provenance provenance = Provenance.collect(CoordinatorStrategy.class);
        try {
            return Comparison.run(request, CompareMain::instruments, provenance, System.out) ? 0 : 1;
        } catch (ResultsException refused) {
            commandLine.getErr().println("ERROR: " + refused.getMessage());
            return USAGE_ERROR;
        }
    }

    private static Instruments instruments(CompareRequest request, Path forksFolder, PrintStream log) {
        Workload workload = request.workload();
        return new Instruments(
                new SettledStopwatch(
                        new ThroughputStopwatch(
                                MixedCallersBenchmark.class,
                                workload.throughput().timing(),
                                workload.throughput().settling().warmUpMillis(),
                                request.seed(),
                                Optional.of(forksFolder),
                                workload.boundSeconds(Part.THROUGHPUT),
                                log),
                        workload.throughput().settling().mostJvms()),
                new CostStopwatch(
                        OperationCostBenchmark.class,
                        workload.costs().timing(),
                        request.seed(),
                        workload.boundSeconds(Part.COSTS),
                        log),
                new LatencyStopwatch(
                        workload.latency().timing(),
                        request.seed(),
                        forksFolder,
                        workload.boundSeconds(Part.LATENCY) * MILLIS_PER_SECOND,
                        log),
                forks -> latencyFindings(forks, forksFolder));
    }

    private static List<LatencyResult> latencyFindings(List<LatencyFork> forks, Path forksFolder) {
        try {
            return LatencyFindings.of(forks, forksFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Checks every option.
     *
     * @throws IllegalArgumentException if one is not valid; the message says what is allowed
     */
    private CompareRequest request() {
        if (resume && discard) {
            throw new IllegalArgumentException("--resume and --discard contradict each other: give one of them");
        }
        Workload ofBudget = Budget.named(budget)
                .workload(OperationCostBenchmark.operations(), jdk >= CallerThreads.VIRTUAL.minimumJdk());
        return new CompareRequest(
                budget,
                axes().applyTo(ofBudget),
                CoordinatorStrategy.parse(strategies).stream().map(Enum::name).toList(),
                WholeNumber.parse("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                folder("--results", results),
                resume ? Existing.RESUME : discard ? Existing.DISCARD : Existing.SPARE,
                folder("--out", out));
    }

    private Axes axes() {
        List<Integer> numbers = CommaSeparated.wholeNumbers("--callers", callers, 1, MOST_CALLERS);
        List<Integer> dedicated = CommaSeparated.wholeNumbers("--writers", writers, 0, MOST_CALLERS);
        requireFewer(dedicated, numbers.isEmpty() ? List.of(Axes.CALLERS) : numbers);
        return new Axes(
                numbers,
                CommaSeparated.wholeNumbers("--reads", reads, 0, 100),
                CommaSeparated.wholeNumbers("--sessions", sessions, 1, Population.MAX_SESSIONS),
                dedicated,
                threads(),
                parts(),
                rounds == null
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) WholeNumber.parse("--rounds", rounds, 1, MOST_ROUNDS)));
    }

    private static void requireFewer(List<Integer> writers, List<Integer> callers) {
        for (int dedicated : writers) {
            for (int number : callers) {
                if (dedicated > number) {
                    throw new IllegalArgumentException("--writers '" + dedicated + "' of " + number
                            + " callers is not valid: allowed are whole numbers from 0 to " + number);
                }
            }
        }
    }

    private List<CallerThreads> threads() {
        List<CallerThreads> chosen = CommaSeparated.names("--threads", threads, List.of(CallerThreads.values()));
        if (chosen.contains(CallerThreads.VIRTUAL) && jdk < CallerThreads.VIRTUAL.minimumJdk()) {
            throw new IllegalArgumentException("--threads 'virtual' needs JDK " + CallerThreads.VIRTUAL.minimumJdk()
                    + " or later, and this is JDK " + jdk + ": allowed is platform");
        }
        return chosen;
    }

    private Set<Part> parts() {
        List<Part> chosen = CommaSeparated.names("--only", only, List.of(Part.values()));
        return chosen.isEmpty() ? EnumSet.allOf(Part.class) : Set.copyOf(chosen);
    }

    private static Path folder(String option, String value) {
        Path folder = Path.of(value);
        if (value.isBlank() || (Files.exists(folder) && !Files.isDirectory(folder))) {
            throw new IllegalArgumentException(
                    option + " '" + value + "' is not valid: allowed is a folder, or a new name");
        }
        return folder;
    }
}
