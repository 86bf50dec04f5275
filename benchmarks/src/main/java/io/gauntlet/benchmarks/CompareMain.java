package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.compare.Budget;
import io.gauntlet.benchmarks.compare.CompareRequest;
import io.gauntlet.benchmarks.compare.Comparison;
import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * a fork failed or found its invariants broken, 2 if an option says something that is not allowed.
 */
@Command(
        name = "CompareMain",
        mixinStandardHelpOptions = true,
        description = "Measures strategies beside each other, forks interleaved, and writes evidence.")
public final class CompareMain implements Callable<Integer> {

    private static final int MOST_CALLERS = 1_024;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--budget", defaultValue = "quick", description = "smoke or quick (default: ${DEFAULT-VALUE})")
    private String budget = "";

    @Option(names = "--callers", defaultValue = "128", description = "threads, 1 to 1024 (default: ${DEFAULT-VALUE})")
    private String callers = "";

    @Option(names = "--strategies", defaultValue = "all", description = "all, or names separated by commas")
    private String strategies = "";

    @Option(names = "--mixes", description = "shares of reads, separated by commas (default: those of the budget)")
    private @Nullable String mixes;

    @Option(names = "--seed", defaultValue = "20261124", description = "of tapes and order (default: ${DEFAULT-VALUE})")
    private String seed = "";

    @Option(names = "--out", defaultValue = "target/evidence", description = "folder (default: ${DEFAULT-VALUE})")
    private String out = "";

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new CompareMain()).execute(arguments);
    }

    @Override
    public Integer call() {
        CompareRequest request;
        try {
            request = request();
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(invalid.getMessage()));
        }
        Provenance provenance = Provenance.collect(CoordinatorStrategy.class);
        return Comparison.run(request, MixedCallersBenchmark.class, provenance, System.out) ? 0 : 1;
    }

    /**
     * Checks every option.
     *
     * @throws IllegalArgumentException if one is not valid; the message says what is allowed
     */
    private CompareRequest request() {
        Budget chosen = Budget.named(budget);
        return new CompareRequest(
                chosen,
                (int) wholeNumber("--callers", callers, 1, MOST_CALLERS),
                CoordinatorStrategy.parse(strategies).stream().map(Enum::name).toList(),
                mixes == null ? chosen.mixes() : parseMixes(mixes),
                wholeNumber("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE),
                folder(out));
    }

    private static List<Integer> parseMixes(String mixes) {
        List<Integer> parsed = new ArrayList<>();
        for (String mix : mixes.split(",", -1)) {
            int readPercent = (int) wholeNumber("--mixes '" + mixes + "':", mix.strip(), 0, 100);
            if (parsed.contains(readPercent)) {
                throw new IllegalArgumentException(
                        "--mixes '" + mixes + "' names " + readPercent + " twice: once is allowed");
            }
            parsed.add(readPercent);
        }
        return parsed;
    }

    private static Path folder(String out) {
        Path folder = Path.of(out);
        if (out.isBlank() || (Files.exists(folder) && !Files.isDirectory(folder))) {
            throw new IllegalArgumentException("--out '" + out + "' is not valid: allowed is a folder, or a new name");
        }
        return folder;
    }

    private static long wholeNumber(String option, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        throw new IllegalArgumentException(
                option + " '" + value + "' is not valid: allowed are whole numbers from " + min + " to " + max);
    }
}
