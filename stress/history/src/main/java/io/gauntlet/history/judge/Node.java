package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import org.jspecify.annotations.Nullable;

/** An open session of a {@link ReversibleTable}, linked in creation order. */
final class Node {

    final Slot id;
    final Slot name;

    Session session;

    /** The hash of {@link #session}. */
    long hash;

    @Nullable
    Node older;

    @Nullable
    Node newer;

    Node(Slot id, Slot name, Session session, long hash) {
        this.id = id;
        this.name = name;
        this.session = session;
        this.hash = hash;
    }
}
