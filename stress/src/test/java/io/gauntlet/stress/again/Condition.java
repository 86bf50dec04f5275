package io.gauntlet.stress.again;

import java.util.List;

/** What the machine is like while tests run. */
enum Condition {
    /** As it is. */
    CALM("calm", List.of(), 0),
    /** Beside busy threads, so that every thread of a test is kept waiting now and then. */
    LOADED("loaded", List.of(), 4),
    /** With one processor, so that nothing runs at the same time as anything else. */
    ONE_CORE("one-core", List.of("taskset", "-c", "0"), 0);

    private final String text;
    private final List<String> prefix;
    private final int busyThreads;

    Condition(String text, List<String> prefix, int busyThreads) {
        this.text = text;
        this.prefix = prefix;
        this.busyThreads = busyThreads;
    }

    /** Returns the command that starts another command under this condition; empty where none is needed. */
    List<String> prefix() {
        return prefix;
    }

    /** Returns how many threads are busy beside the tests. */
    int busyThreads() {
        return busyThreads;
    }

    @Override
    public String toString() {
        return text;
    }
}
