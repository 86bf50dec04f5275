package io.gauntlet.stress;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a closed set of values, named on the command line. */
public final class Choice {

    private Choice() {}

    /**
     * Returns the value of this name.
     *
     * @param text the name, as it was given
     * @param what what it names, for the message
     * @param property the system property that gave it, for the message
     * @param name how a value is named
     * @param values those that are allowed
     * @throws IllegalArgumentException if there is no such value; the message lists what is allowed
     */
    public static <T> T named(String text, String what, String property, Function<T, String> name, List<T> values) {
        return values.stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + what + " has the name '" + text
                        + "': allowed are "
                        + values.stream().map(name).collect(Collectors.joining(", ")) + " (-D" + property
                        + ")"));
    }
}
