package io.gauntlet.evidence;

/** The tools that put a subject on trial, in the order in which a report shows them; what each sees and is blind to. */
public enum Checker {
    CONTRACT("contract", "wrong rules", "concurrency"),
    DIFFERENTIAL("differential", "any answer that differs from the reference's, one caller", "concurrency"),
    SMOKE("smoke", "next to nothing: the control group", "nearly everything"),
    SOAK_PLATFORM("soak, platform threads", "deadlock, lost callers, broken invariants at scale", "rare schedules"),
    SOAK_VIRTUAL("soak, virtual threads", "the same, where callers do not own a carrier", "rare schedules"),
    LINCHECK_MODEL_CHECKING(
            "Lincheck model checking",
            "every schedule of a small scenario, up to a bound",
            "weak memory, many threads"),
    LINCHECK_STRESS("Lincheck stress", "schedules that the machine happens to make", "rare schedules, weak memory");

    private final String title;
    private final String sees;
    private final String blindTo;

    Checker(String title, String sees, String blindTo) {
        this.title = title;
        this.sees = sees;
        this.blindTo = blindTo;
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
}
