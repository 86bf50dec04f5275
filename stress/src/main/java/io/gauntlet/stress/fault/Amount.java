package io.gauntlet.stress.fault;

/**
 * How often something happened under a fault, and how often it must have for the fault to have been tried.
 *
 * @param name what is counted, in the plural
 * @param count how often it happened so far
 * @param least how often it must have; 0 for what is only told
 */
record Amount(String name, long count, long least) {

    /** Returns what is told and asks for nothing. */
    static Amount told(String name, long count) {
        return new Amount(name, count, /* least= */ 0);
    }

    /** Returns whether it happened often enough. */
    boolean isEnough() {
        return count >= least;
    }

    @Override
    public String toString() {
        return count + " of " + least + " " + name;
    }
}
