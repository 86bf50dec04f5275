package io.gauntlet.evidence;

/** What callers run on. */
public enum CallerThreads {
    /** One thread of the operating system each. */
    PLATFORM(17),
    /** Virtual threads, which share as many carriers as there are processors. */
    VIRTUAL(21);

    private final int minimumJdk;

    CallerThreads(int minimumJdk) {
        this.minimumJdk = minimumJdk;
    }

    /** Returns the feature version of the oldest JDK that has them. */
    public int minimumJdk() {
        return minimumJdk;
    }
}
