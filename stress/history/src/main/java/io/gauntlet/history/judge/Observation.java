package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about the state in which it was given, where giving it changed nothing: a read's, or a refusal's.
 *
 * <p>Each is a handful of comparisons of references and numbers; sums of hashes stand for lists (see {@link Answers}).
 */
sealed interface Observation {

    /** Returns whether the call, made now, would be answered so. */
    boolean holds(ReversibleTable table);

    /** Whose answers change with what. */
    enum Watch {
        /** The session with one id. */
        SESSION(0),
        /** Which ids and names are taken, and how many. */
        STRUCTURE(1),
        ACTIVE(2),
        LIST(3),
        WAITING(4),
        SNAPSHOT(5),
        QUEUE(6),
        DROPPED(7);

        /** The number of the list in which those wait whose answers change with it. */
        final int list;

        Watch(int list) {
            this.list = list;
        }
    }

    /** Possible in every state, or in none. */
    record Constant(boolean holds) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return holds;
        }
    }

    /** The session with this id is this value. */
    record Is(Slot id, long version) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return id.holds(version);
        }
    }

    /** A session with this id is open, or none is. */
    record Open(Slot id, boolean open) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return id.isFree() != open;
        }
    }

    /** The id is free, the name is taken. */
    record NameTaken(Slot id, Slot name) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return id.isFree() && !name.isFree();
        }
    }

    /** Id and name are free, but there is no room. */
    record Full(Slot id, Slot name, int limit) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return id.isFree() && name.isFree() && table.size() >= limit;
        }
    }

    /** No session has this name. */
    record NameFree(Slot name) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return name.isFree();
        }
    }

    /** No session stands at this position. */
    record Shorter(int position) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return position < 1 || position > table.size();
        }
    }

    /** The session is open and may not go to this state. */
    record Barred(Slot id, SessionState next) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            Node node = id.node;
            return node != null
                    && (next == SessionState.COMPLETED || !node.session.state().mayBecome(next));
        }
    }

    record Active(@Nullable Slot id) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.active() == id;
        }
    }

    record Listed(long hash) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.sessionsHash() == hash;
        }
    }

    record Waiting(long hash) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.waitingHash() == hash;
        }
    }

    record Snapped(long hash, @Nullable Slot active, long outputBytes, int pending, long dropped)
            implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.sessionsHash() == hash
                    && table.active() == active
                    && table.pendingStateChanges() == pending
                    && table.dropped() == dropped
                    && table.outputBytes() == outputBytes;
        }
    }

    record QueueEmpty() implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.pendingStateChanges() == 0;
        }
    }

    record Dropped(long count) implements Observation {
        @Override
        public boolean holds(ReversibleTable table) {
            return table.dropped() == count;
        }
    }
}
