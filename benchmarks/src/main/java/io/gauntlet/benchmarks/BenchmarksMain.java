package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.ForkJvm;
import io.gauntlet.benchmarks.workload.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * JMH's ordinary command line, made strict: a benchmark that fails ends the run with an exit code other than 0 (JMH alone
 * carries on and exits 0), and a parameter that no benchmark has, or a value that it cannot take, is refused before anything
 * runs (JMH alone ignores the one, and finds the other in a fork). Strategies not named by {@code -p strategy=} are all. Forks
 * get heap and collector of {@link ForkJvm}, unless {@code -jvmArgsPrepend} says otherwise. {@link CountedRate} is printed
 * beside JMH's own score.
 */
public final class BenchmarksMain {

    private static final int USAGE_ERROR = 2;

    private BenchmarksMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> strict;
        try {
            strict = strict(List.of(arguments));
        } catch (CommandLineOptionException | IllegalArgumentException invalid) {
            System.err.println("ERROR: " + invalid.getMessage());
            System.exit(USAGE_ERROR);
            return;
        }
        Main.main(strict.toArray(String[]::new));
    }

    /**
     * Returns what JMH is given in the place of {@code arguments}.
     *
     * @throws IllegalArgumentException if a {@code -p} says something unknown; the message lists what is allowed
     */
    static List<String> strict(List<String> arguments) throws CommandLineOptionException {
        CommandLineOptions options = new CommandLineOptions(arguments.toArray(String[]::new));
        BenchmarkParameters.check(arguments, options);
        List<String> strict = new ArrayList<>(arguments);
        strict.addAll(List.of("-prof", CountedRate.class.getName()));
        if (!options.shouldFailOnError().hasValue()) {
            strict.addAll(List.of("-foe", "true"));
        }
        if (!options.getParameter(BenchmarkParameters.STRATEGY).hasValue()) {
            strict.addAll(List.of("-p", BenchmarkParameters.STRATEGY + "=" + String.join(",", Subject.strategies())));
        }
        if (!options.getJvmArgsPrepend().hasValue()) {
            strict.addAll(List.of("-jvmArgsPrepend", String.join(" ", ForkJvm.ARGUMENTS)));
        }
        return strict;
    }
}
