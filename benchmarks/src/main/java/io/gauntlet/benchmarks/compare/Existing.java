package io.gauntlet.benchmarks.compare;

/** What becomes of a run that the results folder holds already. */
public enum Existing {
    /** A complete one is moved aside; one that is not complete is left as it is, and the new one refused. */
    SPARE,
    /** It goes on with what is missing. */
    RESUME,
    /** It is deleted. */
    DISCARD
}
