package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values of an option. Every refusal names the option, the value and what is allowed, and is an {@link
 * IllegalArgumentException}.
 */
final class CommaSeparated {

    private CommaSeparated() {}

    /** Returns each number once; none if the option was not given. */
    static List<Integer> wholeNumbers(String option, @Nullable String values, int min, int max) {
        return parse(option, values, value -> (int) WholeNumber.parse(option, value, min, max));
    }

    /** Returns each constant once; none if the option was not given. */
    static <E extends Enum<E>> List<E> names(String option, @Nullable String values, List<E> allowed) {
        return parse(
                option,
                values,
                value -> allowed.stream()
                        .filter(constant -> label(constant).equals(value.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(option + " '" + value
                                + "' is unknown: allowed are "
                                + allowed.stream().map(CommaSeparated::label).collect(Collectors.joining(", ")))));
    }

    private static <T> List<T> parse(String option, @Nullable String values, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        if (values != null) {
            for (String value : values.split(",", -1)) {
                T next = parser.apply(value.strip());
                if (parsed.contains(next)) {
                    throw new IllegalArgumentException(
                            option + " '" + values + "' names " + value.strip() + " twice: once is allowed");
                }
                parsed.add(next);
            }
        }
        return parsed;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
