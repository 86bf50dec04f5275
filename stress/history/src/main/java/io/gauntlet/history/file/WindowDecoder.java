package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.CoordinatorException;
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
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the content of a window. Whatever it is given, it ends with a history or a {@link HistoryFileException}. */
final class WindowDecoder {

    /** Chunks are measured whenever they are appended, and a few bytes can name a long one many times. */
    private static final long MOST_CODE_UNITS_APPENDED = 1L << 28;

    private final ByteSource in;
    private List<String> strings = List.of();
    private List<StateChange> changes = List.of();
    private List<SessionOutput> outputs = List.of();
    private List<Session> sessions = List.of();
    private List<Operation> operations = List.of();
    private List<Outcome> outcomes = List.of();
    private long codeUnitsAppended;

    private WindowDecoder(ByteSource in) {
        this.in = in;
    }

    /** @param offsetInFile where in the file the content begins */
    static History decode(Path file, long offsetInFile, byte[] content) throws HistoryFileException {
        ByteSource in = new ByteSource(file, offsetInFile, content);
        try {
            return new WindowDecoder(in).history();
        } catch (IllegalArgumentException | CoordinatorException | DateTimeException impossible) {
            throw in.expected("the end of something that can be", "that " + impossible.getMessage());
        }
    }

    private History history() throws HistoryFileException {
        Limits limits = new Limits(number("a limit"), number("a limit"), number("a limit"));
        strings = section("strings", before -> string());
        changes = section("changes", before -> change());
        outputs = section("outputs", before -> output(before, limits.maxOutputBytes()));
        sessions = section("sessions", this::session);
        operations = section("operations", before -> operation());
        outcomes = section("outcomes", before -> outcome());
        StartState start = start();
        List<Call> calls = calls();
        in.end();
        return new History(start, limits, calls);
    }

    /** Reads one entry, given those before it in its section. */
    private interface Entry<T> {
        T read(List<T> before) throws HistoryFileException;
    }

    private <T> List<T> section(String what, Entry<T> entry) throws HistoryFileException {
        int count = in.count(what);
        List<T> entries = new ArrayList<>(count);
        for (int position = 0; position < count; position++) {
            entries.add(entry.read(entries));
        }
        return entries;
    }

    private int number(String what) throws HistoryFileException {
        return in.upTo(Integer.MAX_VALUE, what);
    }

    private <T> T one(List<T> of, String what) throws HistoryFileException {
        if (of.isEmpty()) {
            in.beginEntry();
            throw in.expected("no " + what + ", for there is none", "one");
        }
        return of.get(in.upTo(of.size() - 1, "the number of a " + what));
    }

    private <T> @Nullable T oneOrNone(List<T> of, String what) throws HistoryFileException {
        int number = in.upTo(of.size(), "0 or the number of a " + what + " plus 1");
        return number == 0 ? null : of.get(number - 1);
    }

    private String string() throws HistoryFileException {
        char[] units = new char[in.count("code units")];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = (char) in.upTo(Character.MAX_VALUE, "a code unit");
        }
        return new String(units);
    }

    private String oneString() throws HistoryFileException {
        return one(strings, "string");
    }

    private StateChange change() throws HistoryFileException {
        int kind = in.upTo(4, "a kind of change");
        return switch (kind) {
            case 1 -> new StateChange.NeedsInput(oneString());
            case 2 -> new StateChange.Processing(oneString());
            case 3 -> new StateChange.Completed(oneString());
            case 4 -> new StateChange.Error(oneString(), oneString());
            default -> throw in.expected("a kind of change from 1 to 4", String.valueOf(kind));
        };
    }

    private List<StateChange> changeList() throws HistoryFileException {
        return section("changes in a list", before -> one(changes, "change"));
    }

    private SessionOutput output(List<SessionOutput> before, int maxBytes) throws HistoryFileException {
        SessionOutput parent = oneOrNone(before, "earlier output");
        List<String> chunks = section("chunks", earlier -> oneString());
        for (String chunk : chunks) {
            codeUnitsAppended += chunk.length();
        }
        if (codeUnitsAppended > MOST_CODE_UNITS_APPENDED) {
            throw in.expected(
                    "output of at most " + MOST_CODE_UNITS_APPENDED + " code units in a window",
                    codeUnitsAppended + " of them");
        }
        return parent == null
                ? Appended.appended(SessionOutput.EMPTY, chunks, Integer.MAX_VALUE)
                : Appended.appended(parent, chunks, maxBytes);
    }

    private Session session(List<Session> before) throws HistoryFileException {
        int flags = in.upTo(SessionFlags.ALL, "the flags of a session");
        boolean ownLife = (flags & SessionFlags.OWN_LIFE) != 0;
        boolean ownStats = (flags & SessionFlags.OWN_STATS) != 0;
        Session last = before.isEmpty() ? null : before.get(before.size() - 1);
        if (last == null && !(ownLife && ownStats)) {
            throw in.expected("a first session with all of its own", "flags " + flags);
        }
        Session life = ownLife || last == null
                ? Session.created(oneString(), oneString(), in.unsigned("a serial"), instant(), /* version= */ 0)
                : last;
        long version = in.signed("a version") + (last == null ? 0 : last.version());
        String lastError = (flags & SessionFlags.LAST_ERROR) == 0 ? null : oneString();
        ResourceStats stats = ownStats || last == null ? stats() : last.resourceStats();
        SessionOutput output = oneOrNone(outputs, "output");
        return new Session(
                life.id(),
                life.name(),
                life.serial(),
                life.createdAt(),
                version,
                SessionFlags.STATES.get(flags & SessionFlags.STATE),
                lastError,
                stats,
                output == null ? SessionOutput.EMPTY : output);
    }

    private Instant instant() throws HistoryFileException {
        return Instant.ofEpochSecond(
                in.signed("seconds of an instant"), in.upTo(999_999_999, "nanoseconds of a second"));
    }

    private ResourceStats stats() throws HistoryFileException {
        return new ResourceStats(in.unsigned("bytes of memory"), in.unsigned("milliseconds of processor time"));
    }

    private SessionState state() throws HistoryFileException {
        return SessionFlags.STATES.get(in.upTo(SessionFlags.STATES.size() - 1, "a state"));
    }

    private Operation operation() throws HistoryFileException {
        int kind = in.upTo(15, "an operation");
        return switch (kind) {
            case 1 -> new Operation.CreateSession(oneString(), oneString());
            case 2 -> new Operation.SwitchSession(oneString());
            case 3 -> new Operation.CloseSession(oneString());
            case 4 -> new Operation.ActiveSessionId();
            case 5 -> new Operation.GetSession(oneString());
            case 6 -> new Operation.ListSessions();
            case 7 -> new Operation.GetWaitingSessions();
            case 8 -> new Operation.UpdateSessionState(oneString(), state());
            case 9 -> new Operation.ProcessStateChanges();
            case 10 -> new Operation.SaveSession(oneString());
            case 11 -> new Operation.UpdateResourceStats(oneString(), stats());
            case 12 -> new Operation.Snapshot();
            case 13 -> new Operation.PostStateChange(one(changes, "change"));
            case 14 -> new Operation.DroppedStateChanges();
            case 15 -> new Operation.AppendOutput(oneString(), oneString());
            default -> throw in.expected("an operation from 1 to 15", String.valueOf(kind));
        };
    }

    private Outcome outcome() throws HistoryFileException {
        return switch (in.upTo(9, "an outcome")) {
            case 0 -> new Outcome.Answered(null);
            case 1 -> new Outcome.Answered(one(sessions, "session"));
            case 2 -> new Outcome.Answered(oneString());
            case 3 -> new Outcome.Answered(false);
            case 4 -> new Outcome.Answered(true);
            case 5 -> new Outcome.Answered(in.signed("a number"));
            case 6 -> new Outcome.Answered(sessionList());
            case 7 -> new Outcome.Answered(new StateChangeReport(changeList(), changeList(), changeList()));
            case 8 -> new Outcome.Answered(snapshot());
            default -> new Outcome.Refused(one(Causes.BY_CODE, "cause"), oneString());
        };
    }

    private List<Session> sessionList() throws HistoryFileException {
        // A broken coordinator may list null.
        List<@Nullable Session> list = new ArrayList<>();
        for (int left = in.count("sessions in a list"); left > 0; left--) {
            list.add(oneOrNone(sessions, "session"));
        }
        return Collections.unmodifiableList(list);
    }

    private List<Session> openSessions() throws HistoryFileException {
        List<Session> open = new ArrayList<>();
        for (int left = in.count("open sessions"); left > 0; left--) {
            Session session = oneOrNone(sessions, "session");
            if (session == null) {
                throw in.expected("an open session", "none");
            }
            open.add(session);
        }
        return open;
    }

    private CoordinatorSnapshot snapshot() throws HistoryFileException {
        return new CoordinatorSnapshot(
                sessionList(),
                oneOrNone(strings, "string"),
                in.signed("bytes of output"),
                Math.toIntExact(bounded(in.signed("pending changes"))),
                in.signed("dropped changes"));
    }

    private long bounded(long number) throws HistoryFileException {
        if (number != (int) number) {
            throw in.expected("a number of 32 bits", String.valueOf(number));
        }
        return number;
    }

    private StartState start() throws HistoryFileException {
        return new StartState(
                openSessions(),
                oneOrNone(strings, "string"),
                changeList(),
                in.unsigned("dropped changes"),
                in.unsigned("the last serial"),
                in.unsigned("the last version"));
    }

    private List<Call> calls() throws HistoryFileException {
        long origin = in.signed("an origin of time");
        List<Call> calls = new ArrayList<>();
        Map<Integer, Long> returned = new HashMap<>();
        for (int runs = in.count("runs of calls"); runs > 0; runs--) {
            int caller = number("a caller");
            for (int left = in.count("calls"); left > 0; left--) {
                Call call = call(caller, returned.getOrDefault(caller, origin));
                returned.put(caller, call.returnedNanos());
                calls.add(call);
            }
        }
        return calls;
    }

    private Call call(int caller, long after) throws HistoryFileException {
        Operation operation = one(operations, "operation");
        Outcome outcome = oneOrNone(outcomes, "outcome");
        long invoked = after + in.unsigned("nanoseconds until a call");
        return outcome == null
                ? Call.pending(caller, operation, invoked)
                : new Call(caller, operation, outcome, invoked, invoked + in.unsigned("nanoseconds of a call"));
    }
}
