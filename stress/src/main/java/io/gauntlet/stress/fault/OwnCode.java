package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The callers' own code that a coordinator runs for them, its clock and its store, and what each caller's was last seen to do. */
final class OwnCode extends Clock implements SessionStore {

    /** What the code of one caller did in one call; for the thread of that caller. */
    static final class Trace {
        private final List<Instant> told = new ArrayList<>();
        private @Nullable Throwable thrown;

        /** Returns whether the clock told this time. */
        boolean told(Instant instant) {
            return told.contains(instant);
        }

        /** Returns what the store threw, if it did. */
        @Nullable
        Throwable thrown() {
            return thrown;
        }

        private void clear() {
            told.clear();
            thrown = null;
        }
    }

    private final Provocation provocation;
    private final Map<Thread, Trace> traces = new ConcurrentHashMap<>();

    OwnCode(Provocation provocation) {
        this.provocation = provocation;
    }

    /** Returns an empty trace of the caller whose thread this is. */
    Trace traced() {
        Trace trace = trace();
        trace.clear();
        return trace;
    }

    private Trace trace() {
        return traces.computeIfAbsent(Thread.currentThread(), thread -> new Trace());
    }

    @Override
    public Instant instant() {
        Instant now = provocation.now();
        trace().told.add(now);
        return now;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // whatever it is, it is thrown on
    public void save(Session session) throws IOException {
        try {
            provocation.save(session);
        } catch (Throwable thrown) {
            trace().thrown = thrown;
            throw thrown;
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs this clock in zone " + zone);
    }
}
