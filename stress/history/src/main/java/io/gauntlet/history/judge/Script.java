package io.gauntlet.history.judge;

import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.judge.Observation.Watch;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A history made ready for searching: what each call does or tells, who watches what, who must come before whom. Calls are
 * known by their number in the history.
 */
final class Script {

    /** The list of the calls that change something without giving a version. */
    static final int FREE = Watch.values().length;

    private static final int GROUPS = FREE + 1;

    final Timeline timeline;
    final Slots ids = new Slots();
    final Slots names = new Slots();
    final Values values;
    final Drops drops;
    final Drains drains;

    /** What the answer tells; null for a call that changes something, and for a read that never returned. */
    final @Nullable Observation[] observations;

    /** What the call changes; null for one that changes nothing. */
    final @Nullable Effect[] effects;

    /** Which list a call waits in until its time has come: one for each watch, {@link #FREE}, one for each id. */
    final int[] groups;

    /** The same number for two calls of the {@link #FREE} list that ask the same and were answered the same. */
    final int[] twins;

    /** Whether the call gave a version that its answer tells: such calls wait in no list. */
    final boolean[] versioned;

    /** Whether no order can explain the history: a call can have taken effect at no time. */
    final boolean isImpossible;

    private int[] awaited = new int[64];
    private int awaitedCount;
    private final int[] awaitedFrom;
    private final int[] droppedCount;

    Script(History history) {
        List<Call> calls = history.calls();
        int count = calls.size();
        Bounds bounds = Bounds.of(history);
        values = new Values(history.start(), bounds.versions());
        drops = new Drops(history.start().droppedStateChanges(), bounds.drops());
        observations = new Observation[count];
        effects = new Effect[count];
        groups = new int[count];
        twins = new int[count];
        versioned = new boolean[count];
        awaitedFrom = new int[count + 1];
        droppedCount = new int[count];
        Arrays.fill(droppedCount, Values.NONE);
        history.start().sessions().forEach(session -> {
            ids.of(session.id());
            names.of(session.name());
        });
        Reading reading = new Reading(this, history);
        for (int call = 0; call < count; call++) {
            reading.read(call, calls.get(call));
            awaitedFrom[call + 1] = awaitedCount;
        }
        values.close();
        Spans spans = new Spans(this, history.start(), calls);
        isImpossible = spans.isAnyEmpty();
        timeline = new Timeline(calls, spans.invoked, spans.returned);
        drains = reading.drains(timeline);
    }

    /** Returns where the values begin that a call was told of, to be got by {@link #awaited}. */
    int firstAwaited(int call) {
        return awaitedFrom[call];
    }

    int awaited(int position) {
        return awaited[position];
    }

    int size() {
        return groups.length;
    }

    int groupCount() {
        return GROUPS + ids.size();
    }

    /** Returns the list of the calls that watch one id. */
    static int group(Slot id) {
        return GROUPS + id.index;
    }

    /** Notes that the call being read was told of a value. */
    void await(int value) {
        if (awaitedCount == awaited.length) {
            awaited = Arrays.copyOf(awaited, awaitedCount * 2);
        }
        awaited[awaitedCount++] = value;
        values.await(value);
    }

    /** Notes that a call was told of a count of dropped changes. */
    void awaitDropped(int call, int index) {
        droppedCount[call] = index;
        drops.await(index);
    }

    /** The call is linearized: nothing needs to wait for it any more. */
    void release(int call) {
        drains.release(call);
        for (int i = awaitedFrom[call]; i < awaitedFrom[call + 1]; i++) {
            values.release(awaited[i]);
        }
        if (droppedCount[call] != Values.NONE) {
            drops.release(droppedCount[call]);
        }
    }

    /** The reverse of {@link #release}. */
    void restore(int call) {
        drains.restore(call);
        for (int i = awaitedFrom[call]; i < awaitedFrom[call + 1]; i++) {
            values.await(awaited[i]);
        }
        if (droppedCount[call] != Values.NONE) {
            drops.await(droppedCount[call]);
        }
    }
}
