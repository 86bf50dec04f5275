package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a history that no order explains smaller, as long as no order explains it.
 *
 * <p>Each step takes away something that was claimed, so that an order which explains the larger history would explain the
 * smaller one too: what is left says less, and is still impossible. So the smaller history convicts the same coordinator:
 *
 * <ul>
 *   <li>what came after the first unexplained return is left out ({@link Beginning});
 *   <li>a call that only tells is left out: the others see no difference;
 *   <li>of a call that changes something the answer and the return are forgotten: it may have taken effect at any time after
 *       it began, or not at all. To leave it out altogether would claim that it did not, which nobody knows.
 * </ul>
 *
 * <p>Halves are tried first, then quarters, down to single calls (Zeller and Hildebrandt, "Simplifying and isolating
 * failure-inducing input", 2002). Where the judge cannot decide within a few steps the smaller history is not taken.
 */
final class Minimiser {

    private static final long STEPS_FOR_ONE_TRY = 20_000;

    private final JudgeLimits limits;
    private final Deadline deadline;
    private long mostNanos;
    private History smallest;
    private boolean complete = true;

    private Minimiser(History history, JudgeLimits limits, Deadline deadline) {
        this.smallest = history;
        this.limits = limits.withMaxSteps(Math.min(limits.maxSteps(), STEPS_FOR_ONE_TRY));
        this.deadline = deadline;
    }

    /**
     * A smaller history.
     *
     * @param history that no order explains
     * @param complete whether every call was tried; false where the time was up
     */
    record Culprit(History history, boolean complete) {}

    /** Returns the culprit of a history that no order explains: the smallest found by the deadline. */
    static Culprit of(History history, JudgeLimits limits, Deadline deadline) {
        Minimiser minimiser = new Minimiser(history, limits, deadline);
        minimiser.thin(Minimiser::withoutTelling);
        minimiser.thin(Minimiser::withoutAnswers);
        return new Culprit(minimiser.smallest, minimiser.complete);
    }

    /** Returns the history with less claimed about the calls from one position to another. */
    private interface Reduction {
        History apply(History history, boolean[] telling, int from, int to);
    }

    private void thin(Reduction reduction) {
        for (int size = smallest.calls().size(); size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
            int from = 0;
            while (from < smallest.calls().size()) {
                if (deadline.isOverIn(mostNanos)) {
                    complete = false;
                    return;
                }
                long began = deadline.now();
                int before = smallest.calls().size();
                int to = Math.min(from + size, before);
                History smaller = reduction.apply(smallest, telling(smallest), from, to);
                if (!smaller.equals(smallest) && isImpossible(smaller)) {
                    smallest = smaller;
                }
                from = to - (before - smallest.calls().size());
                mostNanos = Math.max(mostNanos, deadline.now() - began);
            }
        }
    }

    private boolean isImpossible(History history) {
        return new Search(history, limits, deadline).run() == Search.Result.IMPOSSIBLE;
    }

    private static boolean[] telling(History history) {
        Script script = new Script(history);
        boolean[] telling = new boolean[script.size()];
        for (int call = 0; call < telling.length; call++) {
            telling[call] = script.effects[call] == null;
        }
        return telling;
    }

    private static History withoutTelling(History history, boolean[] telling, int from, int to) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < telling.length; i++) {
            if (i < from || i >= to || !telling[i]) {
                calls.add(history.calls().get(i));
            }
        }
        return history.withCalls(calls);
    }

    /** A caller goes on after a call whose return is forgotten: so that call becomes one of a caller of its own. */
    private static History withoutAnswers(History history, boolean[] telling, int from, int to) {
        int caller = history.calls().stream().mapToInt(Call::caller).max().orElse(0);
        List<Call> calls = new ArrayList<>(history.calls());
        for (int i = from; i < to; i++) {
            Call call = calls.get(i);
            if (!telling[i] && !call.isPending()) {
                caller++;
                calls.set(i, Call.pending(caller, call.operation(), call.invokedNanos()));
            }
        }
        return history.withCalls(calls);
    }
}
