package io.gauntlet.history.judge;

import java.util.Arrays;

/** The calls that may be next and change something: one of each kind of twins, the one that must be over first ahead. */
final class Choices {

    private int[] calls = new int[64];
    private int count;

    /** Finds them. */
    void find(Script script, Progress progress, ReversibleTable table) {
        count = 0;
        WaitingLists lists = progress.lists();
        for (int call = lists.first(Script.FREE); !lists.isEnd(call); call = lists.next(call)) {
            Effect effect = script.effects[call];
            if (effect != null && effect.mayApply(table)) {
                insert(call, script);
            }
        }
        removeTwins(script);
        int owner = script.values.giver(table.lastVersion() + 1);
        Effect effect = owner == Values.NONE ? null : script.effects[owner];
        if (effect != null && progress.isEnabled(owner) && effect.mayApply(table)) {
            insert(owner, script);
        }
    }

    int count() {
        return count;
    }

    void copyTo(int[] target, int from) {
        System.arraycopy(calls, 0, target, from, count);
    }

    private void insert(int call, Script script) {
        if (count == calls.length) {
            calls = Arrays.copyOf(calls, count * 2);
        }
        int[] ranks = script.timeline.returnRank;
        int at = count++;
        while (at > 0 && ranks[calls[at - 1]] > ranks[call]) {
            calls[at] = calls[at - 1];
            at--;
        }
        calls[at] = call;
    }

    private void removeTwins(Script script) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!hasTwin(script, calls[i], kept)) {
                calls[kept++] = calls[i];
            }
        }
        count = kept;
    }

    private boolean hasTwin(Script script, int call, int kept) {
        for (int i = 0; i < kept; i++) {
            if (script.twins[calls[i]] == script.twins[call]
                    && script.timeline.returned[calls[i]] < script.timeline.returned[call]) {
                return true;
            }
        }
        return false;
    }
}
