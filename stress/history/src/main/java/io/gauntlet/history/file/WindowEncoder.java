package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.StartState;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one history as the content of a window. */
final class WindowEncoder {

    private final History history;
    private final Section strings = new Section();
    private final Section changes = new Section();
    private final Section outputs = new Section();
    private final Section sessions = new Section();
    private final Section operations = new Section();
    private final Section outcomes = new Section();
    private final IdentityHashMap<Session, Integer> sessionPositions = new IdentityHashMap<>();

    private WindowEncoder(History history) {
        this.history = history;
    }

    /** @throws IllegalArgumentException if an answer is nothing that the contract's operations return */
    static byte[] encode(History history) {
        return new WindowEncoder(history).encode();
    }

    private byte[] encode() {
        writeSessions();
        ByteSink start = new ByteSink();
        writeStart(start);
        ByteSink calls = new ByteSink();
        writeCalls(calls);

        ByteSink out = new ByteSink()
                .unsigned(history.limits().maxActiveSessions())
                .unsigned(history.limits().maxPendingStateChanges())
                .unsigned(history.limits().maxOutputBytes());
        for (Section section : List.of(strings, changes, outputs, sessions, operations, outcomes)) {
            section.writeTo(out);
        }
        return out.append(start).append(calls).toBytes();
    }

    private int string(String text) {
        ByteSink entry = new ByteSink().unsigned(text.length());
        text.chars().forEach(entry::unsigned);
        return strings.position(entry);
    }

    private int stringOrNone(@Nullable String text) {
        return text == null ? 0 : string(text) + 1;
    }

    private int change(StateChange change) {
        ByteSink entry = new ByteSink();
        if (change instanceof StateChange.NeedsInput) {
            entry.unsigned(1).unsigned(string(change.sessionId()));
        } else if (change instanceof StateChange.Processing) {
            entry.unsigned(2).unsigned(string(change.sessionId()));
        } else if (change instanceof StateChange.Completed) {
            entry.unsigned(3).unsigned(string(change.sessionId()));
        } else if (change instanceof StateChange.Error error) {
            entry.unsigned(4).unsigned(string(change.sessionId())).unsigned(string(error.message()));
        }
        return changes.position(entry);
    }

    private void writeChanges(List<StateChange> list, ByteSink out) {
        out.unsigned(list.size());
        list.forEach(change -> out.unsigned(change(change)));
    }

    /** All sessions of the history, those of one id together, the older first: neighbours have most in common. */
    private void writeSessions() {
        Map<Session, Integer> known = new HashMap<>();
        Session before = null;
        for (Session session : SessionsOf.history(history)) {
            Integer position = known.get(session);
            if (position == null) {
                position = sessions.add(entry(session, before));
                known.put(session, position);
                before = session;
            }
            sessionPositions.put(session, position);
        }
    }

    private ByteSink entry(Session session, @Nullable Session before) {
        boolean ownLife = before == null || !isSameLife(session, before);
        boolean ownStats = before == null || !session.resourceStats().equals(before.resourceStats());
        String lastError = session.lastError();
        ByteSink entry = new ByteSink()
                .unsigned(code(session.state())
                        | (lastError != null ? SessionFlags.LAST_ERROR : 0)
                        | (ownLife ? SessionFlags.OWN_LIFE : 0)
                        | (ownStats ? SessionFlags.OWN_STATS : 0));
        if (ownLife) {
            entry.unsigned(string(session.id()))
                    .unsigned(string(session.name()))
                    .unsigned(session.serial());
            writeInstant(session.createdAt(), entry);
        }
        entry.signed(session.version() - (before == null ? 0 : before.version()));
        if (lastError != null) {
            entry.unsigned(string(lastError));
        }
        if (ownStats) {
            writeStats(session.resourceStats(), entry);
        }
        return entry.unsigned(
                output(session.output(), ownLife || before == null ? SessionOutput.EMPTY : before.output()));
    }

    private static void writeInstant(Instant instant, ByteSink out) {
        out.signed(instant.getEpochSecond()).unsigned(instant.getNano());
    }

    private static boolean isSameLife(Session one, Session other) {
        return one.id().equals(other.id())
                && one.name().equals(other.name())
                && one.serial() == other.serial()
                && one.createdAt().equals(other.createdAt());
    }

    private static void writeStats(ResourceStats stats, ByteSink out) {
        out.unsigned(stats.memoryBytes()).unsigned(stats.cpuMillis());
    }

    private final Map<SessionOutput, Integer> outputPositions = new HashMap<>();

    /** Returns 0 for no output, else its position plus 1. */
    private int output(SessionOutput output, SessionOutput older) {
        if (output.equals(SessionOutput.EMPTY)) {
            return 0;
        }
        Integer known = outputPositions.get(output);
        if (known == null) {
            known = outputs.add(entry(output, older));
            outputPositions.put(output, known);
        }
        return known + 1;
    }

    private ByteSink entry(SessionOutput output, SessionOutput older) {
        List<String> chunks = output.chunks();
        int appended = Appended.count(output, older, history.limits().maxOutputBytes());
        Integer parent = appended == chunks.size() ? null : outputPositions.get(older);
        List<String> written = parent == null ? chunks : chunks.subList(chunks.size() - appended, chunks.size());
        ByteSink entry =
                new ByteSink().unsigned(parent == null ? 0 : parent + 1).unsigned(written.size());
        written.forEach(chunk -> entry.unsigned(string(chunk)));
        return entry;
    }

    private void writeList(List<Session> list, ByteSink out) {
        out.unsigned(list.size());
        for (Session session : list) {
            out.unsigned(session == null ? 0 : position(session) + 1);
        }
    }

    private int position(Session session) {
        return Objects.requireNonNull(sessionPositions.get(session), "every session was collected");
    }

    private int operation(Operation operation) {
        ByteSink entry = new ByteSink();
        if (operation instanceof Operation.CreateSession create) {
            entry.unsigned(1).unsigned(string(create.id())).unsigned(string(create.name()));
        } else if (operation instanceof Operation.SwitchSession switching) {
            entry.unsigned(2).unsigned(string(switching.nameOrNumber()));
        } else if (operation instanceof Operation.CloseSession close) {
            entry.unsigned(3).unsigned(string(close.id()));
        } else if (operation instanceof Operation.ActiveSessionId) {
            entry.unsigned(4);
        } else if (operation instanceof Operation.GetSession get) {
            entry.unsigned(5).unsigned(string(get.id()));
        } else if (operation instanceof Operation.ListSessions) {
            entry.unsigned(6);
        } else if (operation instanceof Operation.GetWaitingSessions) {
            entry.unsigned(7);
        } else if (operation instanceof Operation.UpdateSessionState update) {
            entry.unsigned(8).unsigned(string(update.id())).unsigned(code(update.state()));
        } else if (operation instanceof Operation.ProcessStateChanges) {
            entry.unsigned(9);
        } else if (operation instanceof Operation.SaveSession save) {
            entry.unsigned(10).unsigned(string(save.id()));
        } else if (operation instanceof Operation.UpdateResourceStats update) {
            entry.unsigned(11).unsigned(string(update.id()));
            writeStats(update.stats(), entry);
        } else if (operation instanceof Operation.Snapshot) {
            entry.unsigned(12);
        } else if (operation instanceof Operation.PostStateChange post) {
            entry.unsigned(13).unsigned(change(post.change()));
        } else if (operation instanceof Operation.DroppedStateChanges) {
            entry.unsigned(14);
        } else if (operation instanceof Operation.AppendOutput append) {
            entry.unsigned(15).unsigned(string(append.id())).unsigned(string(append.text()));
        }
        return operations.position(entry);
    }

    private static int code(SessionState state) {
        return SessionFlags.STATES.indexOf(state);
    }

    private int outcome(Outcome outcome) {
        ByteSink entry = new ByteSink();
        if (outcome instanceof Outcome.Refused refused) {
            entry.unsigned(9).unsigned(Causes.BY_CODE.indexOf(refused.cause())).unsigned(string(refused.message()));
        } else if (outcome instanceof Outcome.Answered answered) {
            writeAnswer(answered.value(), entry);
        }
        return outcomes.position(entry);
    }

    private void writeAnswer(@Nullable Object answer, ByteSink entry) {
        if (answer == null) {
            entry.unsigned(0);
        } else if (answer instanceof Session session) {
            entry.unsigned(1).unsigned(position(session));
        } else if (answer instanceof String text) {
            entry.unsigned(2).unsigned(string(text));
        } else if (answer instanceof Boolean truth) {
            entry.unsigned(truth ? 4 : 3);
        } else if (answer instanceof Long number) {
            entry.unsigned(5).signed(number);
        } else if (answer instanceof List<?> list) {
            entry.unsigned(6);
            writeList(SessionsOf.list(list), entry);
        } else if (answer instanceof StateChangeReport report) {
            entry.unsigned(7);
            writeChanges(report.applied(), entry);
            writeChanges(report.skipped(), entry);
            writeChanges(report.refused(), entry);
        } else if (answer instanceof CoordinatorSnapshot snapshot) {
            entry.unsigned(8);
            writeList(snapshot.sessions(), entry);
            entry.unsigned(stringOrNone(snapshot.activeSessionId()))
                    .signed(snapshot.outputBytes())
                    .signed(snapshot.pendingStateChanges())
                    .signed(snapshot.droppedStateChanges());
        } else {
            throw new IllegalArgumentException(
                    "no operation of the contract answers " + answer + ", of " + answer.getClass());
        }
    }

    private void writeStart(ByteSink out) {
        StartState start = history.start();
        writeList(start.sessions(), out);
        out.unsigned(stringOrNone(start.activeSessionId()));
        writeChanges(start.pending(), out);
        out.unsigned(start.droppedStateChanges()).unsigned(start.lastSerial()).unsigned(start.lastVersion());
    }

    private void writeCalls(ByteSink out) {
        List<Call> calls = history.calls();
        long origin = calls.stream().mapToLong(Call::invokedNanos).min().orElse(0);
        out.signed(origin);
        int runs = 0;
        ByteSink all = new ByteSink();
        Map<Integer, Long> returned = new HashMap<>();
        for (int begin = 0; begin < calls.size(); ) {
            int end = endOfRun(calls, begin);
            int caller = calls.get(begin).caller();
            all.unsigned(caller).unsigned(end - begin);
            for (Call call : calls.subList(begin, end)) {
                write(call, returned.getOrDefault(caller, origin), all);
                returned.put(caller, call.returnedNanos());
            }
            runs++;
            begin = end;
        }
        out.unsigned(runs).append(all);
    }

    private static int endOfRun(List<Call> calls, int begin) {
        int end = begin + 1;
        while (end < calls.size() && calls.get(end).caller() == calls.get(begin).caller()) {
            end++;
        }
        return end;
    }

    private void write(Call call, long after, ByteSink out) {
        Outcome outcome = call.outcome();
        out.unsigned(operation(call.operation()))
                .unsigned(outcome == null ? 0 : outcome(outcome) + 1)
                .unsigned(call.invokedNanos() - after);
        if (outcome != null) {
            out.unsigned(call.returnedNanos() - call.invokedNanos());
        }
    }
}
