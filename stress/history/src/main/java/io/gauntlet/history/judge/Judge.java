package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Decides whether a history is linearizable (Herlihy and Wing, 1990): whether some order of its calls, which keeps every two
 * calls that did not overlap in theirs, gives every answer that was given.
 *
 * <p>How is told at {@link Search}; what the limits are at {@link JudgeLimits}. A judge keeps nothing between two verdicts.
 */
public final class Judge {

    private final JudgeLimits limits;

    public Judge(JudgeLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Decides. Where the verdict is that no order explains the history, looking for the longest linearizable beginning and
     * for the culprit may take as long again as the limits allow for the verdict, each.
     *
     * @throws IllegalStateException if the replayer does not confirm what the search found: a bug of the judge
     */
    public Verdict judge(History history) {
        Search search = new Search(history, limits);
        return switch (search.run()) {
            case FOUND -> new Verdict.Linearizable(confirmed(history, search.order()), search.steps());
            case IMPOSSIBLE -> notLinearizable(history, search);
            case STEPS -> new Verdict.Undecided("steps: more than " + limits.maxSteps(), search.steps());
            case TIME -> new Verdict.Undecided("time: longer than " + limits.maxTime(), search.steps());
            case MEMORY ->
                new Verdict.Undecided("memory: more than " + limits.maxMemoryBytes() + " bytes", search.steps());
        };
    }

    private Verdict notLinearizable(History history, Search search) {
        LongestBeginning longest = LongestBeginning.of(history, search, limits);
        Minimiser.Culprit culprit = Contradiction.of(history)
                .map(calls -> new Minimiser.Culprit(history.withCalls(calls), /* complete= */ true))
                .orElseGet(() -> Minimiser.of(longest.impossible(), limits));
        return new Verdict.NotLinearizable(
                culprit.history(),
                confirmed(longest.explained(), longest.order()),
                longest.unexplained(),
                culprit.complete(),
                search.steps());
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
