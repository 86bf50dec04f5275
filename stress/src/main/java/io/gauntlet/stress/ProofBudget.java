package io.gauntlet.stress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How much a proof may cost: the effort of every checker, chosen by {@code -Dgauntlet.proof.budget}. */
public enum ProofBudget {
    /** Part of every build: the whole matrix in minutes on two cores. */
    QUICK(
            /* soakOperationsPerCaller= */ 1_000,
            /* historyWindows= */ 100,
            /* historyCallsPerWindow= */ 4,
            /* faultRounds= */ 1,
            /* faultStall= */ Duration.ofMillis(300),
            /* differentialOperations= */ 20_000,
            /* timeLimit= */ Duration.ofMinutes(5)),
    /** For a night: an order of magnitude more of everything. */
    DEEP(
            /* soakOperationsPerCaller= */ 40_000,
            /* historyWindows= */ 4_000,
            /* historyCallsPerWindow= */ 4,
            /* faultRounds= */ 20,
            /* faultStall= */ Duration.ofSeconds(5),
            /* differentialOperations= */ 1_000_000,
            /* timeLimit= */ Duration.ofMinutes(30));

    private final int soakOperationsPerCaller;
    private final int historyWindows;
    private final int historyCallsPerWindow;
    private final int faultRounds;
    private final Duration faultStall;
    private final int differentialOperations;
    private final Duration timeLimit;

    ProofBudget(
            int soakOperationsPerCaller,
            int historyWindows,
            int historyCallsPerWindow,
            int faultRounds,
            Duration faultStall,
            int differentialOperations,
            Duration timeLimit) {
        this.soakOperationsPerCaller = soakOperationsPerCaller;
        this.historyWindows = historyWindows;
        this.historyCallsPerWindow = historyCallsPerWindow;
        this.faultRounds = faultRounds;
        this.faultStall = faultStall;
        this.differentialOperations = differentialOperations;
        this.timeLimit = timeLimit;
    }

    /**
     * Reads a budget from its lower-case name.
     *
     * @throws IllegalArgumentException if there is no such budget; the message lists what is allowed
     */
    public static ProofBudget parse(String text) {
        Objects.requireNonNull(text, "text");
        return Choice.named(text, "proof budget", "gauntlet.proof.budget", ProofBudget::text, List.of(values()));
    }

    /** Returns the name as it is given on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how many operations each of the soak's callers asks for. */
    public int soakOperationsPerCaller() {
        return soakOperationsPerCaller;
    }

    /** Returns how many windows of a recorded run are judged. */
    public int historyWindows() {
        return historyWindows;
    }

    /** Returns how many operations each caller of a recorded run asks for in one window. */
    public int historyCallsPerWindow() {
        return historyCallsPerWindow;
    }

    /** Returns how often each fault is tried, each time on a new coordinator. */
    public int faultRounds() {
        return faultRounds;
    }

    /** Returns how long a store that stalls does not come back. */
    public Duration faultStall() {
        return faultStall;
    }

    /** Returns how many operations are compared with the reference. */
    public int differentialOperations() {
        return differentialOperations;
    }

    /** Returns how long one check of one subject may take before it is ended and counts as not run. */
    public Duration timeLimit() {
        return timeLimit;
    }
}
