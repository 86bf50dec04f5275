package io.gauntlet.evidence;

/** The tools that put a subject on trial, in the order in which a report shows them; what each sees and is blind to. */
public enum Checker {
    CONTRACT("contract", "wrong rules", "concurrency"),
    DIFFERENTIAL("differential", "any answer that differs from the reference's, one caller", "concurrency"),
    SMOKE("smoke", "next to nothing: the control group", "nearly everything"),
    SOAK_PLATFORM("soak, platform threads", "deadlock, lost callers, broken invariants at scale", "rare schedules"),
    SOAK_VIRTUAL("soak, virtual threads", "the same, where callers do not own a carrier", "rare schedules", 21),
    HISTORY_PLATFORM(
            "recorded history, platform threads",
            "any wrong answer that 128 callers really got",
            "what did not happen"),
    HISTORY_VIRTUAL(
            "recorded history, virtual threads",
            "the same, where callers do not own a carrier",
            "what did not happen",
            21),
    FAULTS(
            "soak under faults",
            "locks that stay held, callers held up and effects lost when things go wrong around the coordinator",
            "faults that it does not provoke, rare schedules"),
    LINCHECK_HAZARDS(
            "Lincheck model checking, hazards",
            "every schedule of each named hazard, up to a bound",
            "weak memory, many threads"),
    LINCHECK_RANDOM(
            "Lincheck model checking, random",
            "the same, of scenarios that nobody thought of",
            "weak memory, many threads"),
    LINCHECK_STRESS("Lincheck stress", "schedules that the machine happens to make", "rare schedules, weak memory"),
    JCSTRESS(
            "jcstress",
            "reordering by compiler and processor, a missing volatile, callers a few instructions apart",
            "long scenarios, many threads");

    private final String title;
    private final String sees;
    private final String blindTo;
    private final int minimumJdk;

    Checker(String title, String sees, String blindTo) {
        this(title, sees, blindTo, /* minimumJdk= */ 17);
    }

    Checker(String title, String sees, String blindTo, int minimumJdk) {
        this.title = title;
        this.sees = sees;
        this.blindTo = blindTo;
        this.minimumJdk = minimumJdk;
    }

    /** Returns the name shown to people. */
    public String title() {
        return title;
    }

    /** Returns what it can find. */
    public String sees() {
        return sees;
    }

    /** Returns what it cannot find. */
    public String blindTo() {
        return blindTo;
    }

    /** Returns the feature version of the oldest JDK on which it can run at all. */
    public int minimumJdk() {
        return minimumJdk;
    }
}
