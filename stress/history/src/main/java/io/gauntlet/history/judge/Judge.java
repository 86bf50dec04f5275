package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Decides whether a history is linearizable (Herlihy and Wing, 1990): whether some order of its calls, which keeps every two
 * calls that did not overlap in theirs, gives every answer that was given.
 *
 * <p>How is told at {@link Search}; what the limits are at {@link JudgeLimits}. A judge keeps nothing between two verdicts.
 */
public final class Judge {

    private final JudgeLimits limits;
    private final LongSupplier clock;

    public Judge(JudgeLimits limits) {
        this(limits, ProcessorTime::nanos);
    }

    /** @param clock by which it may take no longer than its limits say */
    Judge(JudgeLimits limits, LongSupplier clock) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.clock = clock;
    }

    /**
     * Decides. Where the verdict is that no order explains the history, the longest linearizable beginning and the culprit are
     * looked for in what is left of the time; what was found by then is told.
     *
     * @throws IllegalStateException if the replayer does not confirm what the search found: a bug of the judge
     */
    public Verdict judge(History history) {
        if (Search.bytes(history) > limits.maxMemoryBytes()) {
            return undecided(Search.Result.MEMORY, 0);
        }
        Deadline deadline = Deadline.in(limits.maxTime(), clock);
        Searched searched = search(history, deadline);
        return switch (searched.result) {
            case FOUND -> new Verdict.Linearizable(confirmed(history, searched.order), searched.steps);
            case IMPOSSIBLE -> notLinearizable(history, searched, deadline);
            default -> undecided(searched.result, searched.steps);
        };
    }

    /** What came of a search: the search itself, and all that it remembers, is not needed any more. */
    @SuppressWarnings("ArrayRecordComponent") // passed on at once, and compared by nobody
    private record Searched(Search.Result result, int[] order, int explained, long steps) {}

    private Searched search(History history, Deadline deadline) {
        Search search = new Search(history, limits, deadline);
        Search.Result result = search.run();
        return new Searched(result, search.order(), search.explained(), search.steps());
    }

    private Verdict undecided(Search.Result limit, long steps) {
        String hit = switch (limit) {
            case STEPS -> "steps: more than " + limits.maxSteps();
            case TIME -> "time: longer than " + limits.maxTime();
            case MEMORY -> "memory: more than " + limits.maxMemoryBytes() + " bytes";
            case FOUND, IMPOSSIBLE -> throw new IllegalArgumentException(limit + " is no limit");
        };
        return new Verdict.Undecided(hit, steps);
    }

    private Verdict notLinearizable(History history, Searched searched, Deadline deadline) {
        LongestBeginning longest = LongestBeginning.of(history, searched.explained, limits, deadline);
        Minimiser.Culprit culprit = Contradiction.of(history)
                .map(calls -> new Minimiser.Culprit(history.withCalls(calls), /* complete= */ true))
                .orElseGet(() -> Minimiser.of(longest.impossible(), limits, deadline));
        return new Verdict.NotLinearizable(
                culprit.history(),
                confirmed(longest.explained(), longest.order()),
                longest.unexplained(),
                culprit.complete(),
                searched.steps);
    }

    private static List<Call> confirmed(History history, int[] order) {
        Replayer.objection(history, order).ifPresent(objection -> {
            throw new IllegalStateException("the replayer does not confirm the order found: " + objection);
        });
        List<Call> calls = new ArrayList<>(order.length);
        for (int call : order) {
            calls.add(history.calls().get(call));
        }
        return calls;
    }
}
