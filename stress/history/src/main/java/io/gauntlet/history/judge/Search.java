package io.gauntlet.history.judge;

import io.gauntlet.history.History;

/**
 * The search for an order that explains a history: Wing and Gong (1993) with the memory of Lowe (2017).
 *
 * <p>A <b>configuration</b> is the set of linearized calls and the table. Going forward, a call that may be next is
 * linearized, if its answer is the recorded one; where none is left the configuration leads nowhere, is remembered, and the
 * last step is taken back. A configuration cannot be met twice on one path, since the set only grows; so remembering on the
 * way back is enough, and a history that goes straight on remembers nothing.
 *
 * <p>The map of sessions and the active id are coupled, so the history is not split by key (Horn and Kroening, 2015, need
 * objects that are independent). These reductions are sound here:
 *
 * <ul>
 *   <li><b>Telling calls first.</b> A call whose recorded answer implies that it changed nothing (a read, a refusal, an empty
 *       report) is linearized as soon as it is enabled and tells what the table says, and this is never taken back by
 *       itself. Let some order complete the configuration, with that call at some later place. Move it to the front: it is
 *       enabled, so nothing left must precede it; its answer is right here; it changes nothing wherever it stands, so all
 *       others see what they saw; and among them the order is the same. So an order exists that begins with it. It matters
 *       that the answer implies the lack of effect in every state: switching to the session that is active changes nothing
 *       now, and might later.
 *   <li><b>Values do not come back.</b> Each version is given once, and a value that was replaced or closed is never in the
 *       table again. So a step that removes a value of which a call not yet linearized was told leads nowhere; so does one
 *       that gives a version which another call was answered with, or a value other than the one told of; the count of
 *       dropped changes likewise. ({@link Values}, {@link Drops})
 *   <li><b>One owner.</b> Hence of the calls that answered with a version that they gave only one can be next: found by an
 *       array access.
 *   <li><b>Narrow spans.</b> What the answers tell about before and after counts as if the clock had told it: {@link Spans}.
 *   <li><b>A queue somebody found.</b> A change is not queued where no call that drains could then be the next. ({@link
 *       Drains})
 *   <li><b>Twins.</b> Of two enabled calls that ask the same, were answered the same, and whose returns differ, only the one
 *       that returned first is tried. Let an order have the later one first: exchange the two. Whoever must come after the
 *       later one's return must come after the earlier one's too, and did, so nobody between them is misplaced.
 * </ul>
 *
 * <p><b>Order.</b> Of the changes that may be next, the call that gave the next version among them, the one whose narrowed
 * span ends first is tried first. Most calls return soon after they took effect, and under a lock that is handed on first
 * come, first served, the order of the returns is that of the effects even if all calls overlap; where a thread lost the
 * processor in between, what others were told ends the span in time.
 */
final class Search {

    /** How it ended. */
    enum Result {
        FOUND,
        IMPOSSIBLE,
        STEPS,
        TIME,
        MEMORY
    }

    /** An estimate, rounded up: what reading a call, and the way back over it, takes. */
    private static final long BYTES_OF_CALL = 400;

    private static final int LOOK_AT_CLOCK_EVERY = 1 << 12;

    private final Script script;
    private final ReversibleTable table;
    private final Progress progress;
    private final Frames frames = new Frames();
    private final Memo memo;
    private final JudgeLimits limits;
    private final Deadline deadline;
    private final BestPath best;
    private final Choices choices = new Choices();
    private long steps;

    Search(History history, JudgeLimits limits) {
        this(history, limits, Deadline.in(limits.maxTime()));
    }

    /** @param deadline instead of the time of the limits */
    Search(History history, JudgeLimits limits, Deadline deadline) {
        this.deadline = deadline;
        this.memo = new Memo(limits.maxMemoryBytes() - bytes(history));
        this.script = new Script(history);
        this.table = new ReversibleTable(history.start(), script.ids, script.names, script.values, script.drops);
        this.progress = new Progress(script, table);
        this.limits = limits;
        this.best = new BestPath(script.size());
    }

    /** Returns about how much a search needs for what grows with the history alone. */
    static long bytes(History history) {
        return BYTES_OF_CALL * history.calls().size();
    }

    Result run() {
        if (script.isImpossible) {
            return Result.IMPOSSIBLE;
        }
        progress.advance();
        frames.push(progress);
        while (!progress.isComplete()) {
            int call = choose();
            if (call == Timeline.NONE) {
                best.offer(progress);
                if (!memo.add(progress.setHash(), table.hash(0), progress.length())) {
                    return Result.MEMORY;
                }
                frames.pop();
                if (frames.isEmpty()) {
                    return Result.IMPOSSIBLE;
                }
                stepBack();
                continue;
            }
            if ((++steps & LOOK_AT_CLOCK_EVERY - 1) == 0 || steps >= limits.maxSteps()) {
                if (steps >= limits.maxSteps()) {
                    return Result.STEPS;
                } else if (deadline.isOver()) {
                    return Result.TIME;
                }
            }
            if (step(call)) {
                frames.push(progress);
            } else {
                stepBack();
            }
        }
        return Result.FOUND;
    }

    /** Returns what to try next from the present configuration, or {@link Timeline#NONE}. */
    private int choose() {
        if (!frames.isCollected()) {
            choices.find(script, progress, table);
            frames.collect(choices);
        }
        return frames.choose();
    }

    private boolean step(int call) {
        progress.linearize(call);
        table.mark(call);
        if (!effect(call).apply(table) || table.isContradicted()) {
            return false;
        }
        if ((table.changes() & ReversibleTable.QUEUE) != 0 && !table.mayBeDrained(script.drains)) {
            return false;
        }
        progress.settle(call);
        return !memo.mayContain(progress.length()) || !memo.contains(progress.setHash(), table.hash(0));
    }

    private void stepBack() {
        best.offer(progress);
        frames.rewind(progress);
        best.retreat(progress.length());
        table.undo();
    }

    private Effect effect(int call) {
        Effect effect = script.effects[call];
        if (effect == null) {
            throw new IllegalStateException("call " + call + " changes nothing");
        }
        return effect;
    }

    /** Returns the calls of the order found, or of the one that explained most. */
    int[] order() {
        best.offer(progress);
        return best.calls();
    }

    /** Returns how many calls, in order of return, the best order explains without a gap. */
    int explained() {
        return best.frontier();
    }

    long steps() {
        return steps;
    }
}
