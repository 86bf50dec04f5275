package io.gauntlet.evidence;

/** The tools that put a subject on trial, in the order in which a report shows them; what each sees and is blind to. */
public enum Checker {
    CONTRACT(Schedule.NONE, "contract", "wrong rules", "concurrency"),
    DIFFERENTIAL(
            Schedule.NONE, "differential", "any answer that differs from the reference's, one caller", "concurrency"),
    SMOKE(Schedule.OF_THE_MACHINE, "smoke", "next to nothing: the control group", "nearly everything"),
    SOAK_PLATFORM(
            Schedule.OF_THE_MACHINE,
            "soak, platform threads",
            "deadlock, lost callers, broken invariants at scale",
            "rare schedules"),
    SOAK_VIRTUAL(
            Schedule.OF_THE_MACHINE,
            "soak, virtual threads",
            "the same, where callers do not own a carrier",
            "rare schedules",
            21),
    HISTORY_PLATFORM(
            Schedule.OF_THE_MACHINE,
            "recorded history, platform threads",
            "any wrong answer that 128 callers really got",
            "what did not happen"),
    HISTORY_VIRTUAL(
            Schedule.OF_THE_MACHINE,
            "recorded history, virtual threads",
            "the same, where callers do not own a carrier",
            "what did not happen",
            21),
    FAULTS(
            Schedule.PROVOKED,
            "soak under faults",
            "locks that stay held, callers held up and effects lost when things go wrong around the coordinator",
            "faults that it does not provoke, rare schedules"),
    LINCHECK_HAZARDS(
            Schedule.CHOSEN,
            "Lincheck model checking, hazards",
            "every schedule of each named hazard, up to a bound",
            "weak memory, many threads"),
    LINCHECK_RANDOM(
            Schedule.CHOSEN,
            "Lincheck model checking, random",
            "the same, of scenarios that nobody thought of",
            "weak memory, many threads"),
    LINCHECK_STRESS(
            Schedule.OF_THE_MACHINE,
            "Lincheck stress",
            "schedules that the machine happens to make",
            "rare schedules, weak memory"),
    JCSTRESS(
            Schedule.OF_THE_MACHINE,
            "jcstress",
            "reordering by compiler and processor, a missing volatile, callers a few instructions apart",
            "long scenarios, many threads");

    /** Who decides in what order the steps of callers come. */
    private enum Schedule {
        /** There is one caller. */
        NONE,
        /** The checker: the same seed gives the same schedules. */
        CHOSEN,
        /** The machine, until what the checker waits for has come about. */
        PROVOKED,
        /** The machine, as it happens. */
        OF_THE_MACHINE
    }

    private final Schedule schedule;
    private final String title;
    private final String sees;
    private final String blindTo;
    private final int minimumJdk;

    Checker(Schedule schedule, String title, String sees, String blindTo) {
        this(schedule, title, sees, blindTo, /* minimumJdk= */ 17);
    }

    Checker(Schedule schedule, String title, String sees, String blindTo, int minimumJdk) {
        this.schedule = schedule;
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

    /**
     * Returns whether chance decides if it meets a bug that it can see: the machine makes the schedules, and one try of the
     * same code may miss what the next one finds.
     */
    public boolean dependsOnChance() {
        return schedule == Schedule.OF_THE_MACHINE;
    }

    /** Returns the feature version of the oldest JDK on which it can run at all. */
    public int minimumJdk() {
        return minimumJdk;
    }
}
