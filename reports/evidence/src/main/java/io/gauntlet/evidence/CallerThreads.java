package io.gauntlet.evidence;

/** What callers run on. */
public enum CallerThreads {
    /** One thread of the operating system each. */
    PLATFORM,
    /** Virtual threads, which share as many carriers as there are processors; JDK 21 and later. */
    VIRTUAL
}
