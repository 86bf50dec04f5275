package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.rules.SessionRules;
import java.time.Instant;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a call that changes something does to a table. The rules do it; here is only what can be known before: whether they
 * would refuse, and whether the answer could be the recorded one.
 *
 * <p>A version of {@link #UNKNOWN} stands for the answer of a call that never returned: any will do.
 */
sealed interface Effect {

    long UNKNOWN = 0;

    /** Returns whether the rules would not refuse the call and the answer could be the one recorded. Changes nothing. */
    boolean mayApply(ReversibleTable table);

    /**
     * Carries out the call; {@link #mayApply} was true. Returns whether the answer is the one recorded; where a new value
     * is the answer, the table notices by itself that it is not.
     */
    boolean apply(ReversibleTable table);

    /** Returns whether another call may have the same effect and the same answer; false is not looked for. */
    default boolean mayHaveTwin() {
        return true;
    }

    private static boolean isNext(long version, ReversibleTable table) {
        return version == UNKNOWN || version == table.lastVersion() + 1;
    }

    /**
     * A session is created.
     *
     * @param createdAt when the session with a serial was created, as far as the history tells
     */
    record Create(Slot id, Slot name, int limit, LongFunction<Instant> createdAt, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            return isNext(version, table) && id.isFree() && name.isFree() && table.size() < limit;
        }

        @Override
        public boolean apply(ReversibleTable table) {
            Instant instant = createdAt.apply(table.lastSerial() + 1);
            SessionRules.create(table, new SessionRules.Creation(id.text, name.text, instant, limit));
            return true;
        }
    }

    record UpdateState(Slot id, SessionRules.StateUpdate update, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            Node node = id.node;
            return isNext(version, table)
                    && node != null
                    && update.state() != SessionState.COMPLETED
                    && node.session.state().mayBecome(update.state());
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.updateState(table, update);
            return true;
        }
    }

    record UpdateStats(Slot id, SessionRules.StatsUpdate update, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            return isNext(version, table) && !id.isFree();
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.updateStats(table, update);
            return true;
        }
    }

    record Append(Slot id, SessionRules.Addition addition, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            return isNext(version, table) && !id.isFree();
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.append(table, addition);
            return true;
        }
    }

    record SwitchByName(Slot name, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            return version == UNKNOWN ? !name.isFree() : name.holds(version);
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.switchTo(table, name.text);
            return true;
        }
    }

    record SwitchByNumber(String number, int position, long version) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            Session session = table.atPosition(position);
            return session != null && (version == UNKNOWN || session.version() == version);
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.switchTo(table, number);
            return true;
        }
    }

    record Close(Slot id, long version) implements Effect {
        @Override
        public boolean mayHaveTwin() {
            return version == UNKNOWN;
        }

        @Override
        public boolean mayApply(ReversibleTable table) {
            return version == UNKNOWN ? !id.isFree() : id.holds(version);
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.close(table, id.text);
            return true;
        }
    }

    /**
     * A state change is posted.
     *
     * @param queued what was answered, or null if it is unknown
     */
    record Post(SessionRules.Posting posting, @Nullable Boolean queued) implements Effect {
        @Override
        public boolean mayApply(ReversibleTable table) {
            return queued == null || queued == table.pendingStateChanges() < posting.maxPendingStateChanges();
        }

        @Override
        public boolean apply(ReversibleTable table) {
            SessionRules.post(table, posting);
            return true;
        }
    }

    /**
     * The posted state changes are drained.
     *
     * @param report what was answered, something having been drained; null if it is unknown
     */
    record Process(@Nullable StateChangeReport report) implements Effect {
        /** Equal reports are too seldom to be worth the hash of their lists. */
        @Override
        public boolean mayHaveTwin() {
            return report == null;
        }

        @Override
        public boolean mayApply(ReversibleTable table) {
            int pending = table.pendingStateChanges();
            return report == null ? pending > 0 : pending == report.drained();
        }

        @Override
        public boolean apply(ReversibleTable table) {
            StateChangeReport given = SessionRules.process(table);
            return report == null || report.equals(given);
        }
    }
}
