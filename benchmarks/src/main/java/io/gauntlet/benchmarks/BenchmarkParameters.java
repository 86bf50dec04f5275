package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.benchmarks.workload.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** What {@code -p} may say: every parameter of every benchmark here, and the values it takes. */
final class BenchmarkParameters {

    static final String STRATEGY = "strategy";

    private static final Map<String, Consumer<String>> CHECKS = new TreeMap<>(Map.of(
            STRATEGY,
            Subject::named,
            "readPercent",
            value -> WholeNumber.parse("readPercent", value, 0, 100),
            "sessions",
            value -> WholeNumber.parse("sessions", value, 1, Population.MAX_SESSIONS),
            "dedicatedWriters",
            value -> WholeNumber.parse("dedicatedWriters", value, 0, Integer.MAX_VALUE),
            "seed",
            value -> WholeNumber.parse("seed", value, Long.MIN_VALUE, Long.MAX_VALUE)));

    private BenchmarkParameters() {}

    /**
     * Checks every {@code -p}.
     *
     * @throws IllegalArgumentException if a parameter or a value is unknown; the message lists what is allowed
     */
    static void check(List<String> arguments, CommandLineOptions options) {
        for (String name : names(arguments)) {
            if (!CHECKS.containsKey(name)) {
                throw new IllegalArgumentException(
                        "parameter '" + name + "' is unknown: allowed are " + String.join(", ", CHECKS.keySet()));
            }
        }
        CHECKS.forEach(
                (name, check) -> options.getParameter(name).orElse(List.of()).forEach(check));
    }

    /** JMH answers for a parameter by its name and does not tell which names it was given: they are read again here. */
    private static List<String> names(List<String> arguments) {
        List<String> names = new ArrayList<>();
        for (int index = 1; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (arguments.get(index - 1).equals("-p") && argument.contains("=")) {
                names.add(argument.substring(0, argument.indexOf('=')));
            }
        }
        return names;
    }
}
