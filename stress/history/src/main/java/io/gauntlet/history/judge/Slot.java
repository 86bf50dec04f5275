package io.gauntlet.history.judge;

import org.jspecify.annotations.Nullable;

/** The place of one id, or of one name, in a {@link ReversibleTable}: what the history calls by it, found without looking up. */
final class Slot {

    /** The id or the name. */
    final String text;

    /** 0 for the first id, 1 for the second, ...; the same for names. */
    final int index;

    /** The open session with this id or name. */
    @Nullable
    Node node;

    Slot(String text, int index) {
        this.text = text;
        this.index = index;
    }

    boolean isFree() {
        return node == null;
    }

    /** Returns whether the open session here is the value with this version. */
    boolean holds(long version) {
        return node != null && node.session.version() == version;
    }
}
