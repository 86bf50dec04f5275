package io.gauntlet.benchmarks.workload;

/** A whole number as a person types it: the one rule for options and parameters of every command line here. */
public final class WholeNumber {

    private WholeNumber() {}

    /**
     * Reads a number.
     *
     * @param name what it is for, as the person knows it
     * @throws IllegalArgumentException if it is none from {@code min} to {@code max}; the message names it and what is allowed
     */
    public static long parse(String name, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        throw new IllegalArgumentException(
                name + " '" + value + "' is not valid: allowed are whole numbers from " + min + " to " + max);
    }
}
