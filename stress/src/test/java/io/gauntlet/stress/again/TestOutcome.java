package io.gauntlet.stress.again;

/**
 * How one test ended.
 *
 * @param test its class and its name
 * @param message why it is red or skipped, on one line; empty for one that passed
 */
record TestOutcome(String test, Status status, String message) {

    /** All ends that a test can come to. */
    enum Status {
        PASSED,
        RED,
        SKIPPED
    }

    private static final int LONGEST_MESSAGE = 240;

    TestOutcome {
        String line = message.strip().replaceAll("\\s+", " ");
        message = line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "...";
    }

    boolean is(Status asked) {
        return status == asked;
    }
}
