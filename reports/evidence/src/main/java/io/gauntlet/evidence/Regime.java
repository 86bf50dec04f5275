package io.gauntlet.evidence;

/**
 * The conditions under which throughput is measured.
 *
 * @param callers how many share one coordinator, 1 or more
 * @param threads what they run on
 * @param dedicatedWriters how many of them only write; 0 where every caller does the same
 * @param readPercent share of reads among the operations of all the other callers, 0 to 100
 * @param sessions sessions open throughout, 1 or more
 */
public record Regime(int callers, CallerThreads threads, int dedicatedWriters, int readPercent, int sessions) {

    /**
     * Checks that callers can be so.
     *
     * @throws IllegalArgumentException if they cannot; the message names the value and what is allowed
     */
    public Regime {
        require("callers", callers, 1, Integer.MAX_VALUE);
        require("dedicatedWriters", dedicatedWriters, 0, callers);
        require("readPercent", readPercent, 0, 100);
        require("sessions", sessions, 1, Integer.MAX_VALUE);
    }

    /** Returns whether nobody ever writes. */
    public boolean nobodyWrites() {
        return readPercent == 100 && dedicatedWriters == 0;
    }

    private static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    name + " '" + value + "' is not valid: allowed are whole numbers from " + min + " to " + max);
        }
    }
}
