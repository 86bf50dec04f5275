package io.gauntlet.history.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each hazard, what callers may be told when operations meet, and what they are told where the guard is wrong. */
class HazardHistoriesTest {

    private static final Session A = Session.created("a", "alpha", 1, Instant.EPOCH, 1);
    private static final Session B = Session.created("b", "beta", 2, Instant.EPOCH, 2);
    private static final Operation CREATE_A = new Operation.CreateSession("a", "alpha");
    private static final Operation CREATE_B = new Operation.CreateSession("b", "beta");
    private static final Operation CLOSE_A = new Operation.CloseSession("a");
    private static final Operation CLOSE_B = new Operation.CloseSession("b");
    private static final Operation SNAPSHOT = new Operation.Snapshot();
    private static final Operation ACTIVE = new Operation.ActiveSessionId();
    private static final Operation PROCESS = new Operation.ProcessStateChanges();

    private static final StartState ONE = new StartState(List.of(A), "a", List.of(), 0, 1, 1);
    private static final StartState TWO = new StartState(List.of(A, B), "a", List.of(), 0, 2, 2);

    /** A story, and the history that tells it. */
    record Case(String story, boolean right, StartState start, List<Call> calls) {
        @Override
        public String toString() {
            return (right ? "right: " : "wrong: ") + story;
        }
    }

    private static Case right(String story, StartState start, Call... calls) {
        return new Case(story, true, start, List.of(calls));
    }

    private static Case wrong(String story, StartState start, Call... calls) {
        return new Case(story, false, start, List.of(calls));
    }

    private static Call call(int caller, int from, int to, Operation operation, @Nullable Object answer) {
        return new Call(caller, operation, new Outcome.Answered(answer), from, to);
    }

    private static Call refused(int caller, int from, int to, Operation operation, Class<?> cause) {
        return new Call(
                caller, operation, new Outcome.Refused(cause.asSubclass(CoordinatorException.class), ""), from, to);
    }

    private static CoordinatorSnapshot snapshot(@Nullable String active, Session... sessions) {
        long bytes = Stream.of(sessions)
                .mapToLong(session -> session.output().bytes())
                .sum();
        return new CoordinatorSnapshot(List.of(sessions), active, bytes, 0, 0);
    }

    static Stream<Case> cases() {
        return Stream.of(creating(), closing(), queueing(), updating()).flatMap(cases -> cases);
    }

    private static Stream<Case> creating() {
        return Stream.of(
                wrong(
                        "a list, and a snapshot, with a hole where a session was to be",
                        ONE,
                        call(0, 0, 10, new Operation.ListSessions(), Arrays.asList(A, null)),
                        call(1, 0, 10, SNAPSHOT, new CoordinatorSnapshot(Arrays.asList(A, null), "a", 0, 0, 0))),
                right(
                        "created, listed, active",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        call(1, 1, 2, new Operation.ListSessions(), List.of(A)),
                        call(1, 3, 4, ACTIVE, "a")),
                wrong(
                        "CREATE_VERSUS_LIST: listed, and nobody is active yet",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        call(1, 1, 2, new Operation.ListSessions(), List.of(A)),
                        call(1, 3, 4, ACTIVE, null)),
                wrong(
                        "DUPLICATE_CREATE: both took the id",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        call(1, 0, 9, CREATE_A, A)),
                right(
                        "one took the id, the other was refused",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        refused(1, 0, 9, CREATE_A, DuplicateSessionId.class)),
                wrong(
                        "DUPLICATE_CREATE: refused before anybody had it",
                        StartState.EMPTY,
                        refused(1, 0, 1, CREATE_A, DuplicateSessionId.class),
                        call(0, 2, 3, CREATE_A, A)),
                wrong(
                        "DUPLICATE_NAME: both took the name",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        call(
                                1,
                                0,
                                9,
                                new Operation.CreateSession("b", "alpha"),
                                Session.created("b", "alpha", 2, Instant.EPOCH, 2))),
                wrong(
                        "LIMIT_RACE: three where there is room for two",
                        ONE,
                        call(0, 0, 9, CREATE_B, B),
                        call(
                                1,
                                0,
                                9,
                                new Operation.CreateSession("c", "gamma"),
                                Session.created("c", "gamma", 3, Instant.EPOCH, 3))),
                wrong(
                        "READERS_AGREE: two readers see them appear in opposite orders",
                        StartState.EMPTY,
                        call(0, 0, 9, CREATE_A, A),
                        call(1, 0, 9, CREATE_B, B),
                        call(2, 1, 2, new Operation.GetSession("a"), A),
                        call(2, 3, 4, new Operation.GetSession("b"), null),
                        call(3, 1, 2, new Operation.GetSession("b"), B),
                        call(3, 3, 4, new Operation.GetSession("a"), null)));
    }

    private static Stream<Case> closing() {
        return Stream.of(
                right(
                        "switched, then closed",
                        TWO,
                        call(0, 0, 9, CLOSE_B, B),
                        call(1, 0, 9, new Operation.SwitchSession("beta"), B),
                        call(0, 10, 11, SNAPSHOT, snapshot("a", A))),
                wrong(
                        "CLOSE_VERSUS_SWITCH: found, closed by someone else, made active",
                        TWO,
                        call(0, 0, 9, CLOSE_B, B),
                        call(1, 0, 9, new Operation.SwitchSession("beta"), B),
                        call(0, 10, 11, SNAPSHOT, snapshot("b", A))),
                right(
                        "by number, before the list became shorter",
                        TWO,
                        call(0, 0, 9, CLOSE_A, A),
                        call(1, 0, 9, new Operation.SwitchSession("2"), B),
                        call(0, 10, 11, ACTIVE, "b")),
                wrong(
                        "CLOSE_VERSUS_SWITCH_BY_NUMBER: by a number that no longer is one",
                        TWO,
                        call(0, 0, 1, CLOSE_A, A),
                        call(1, 2, 3, new Operation.SwitchSession("2"), B)),
                wrong(
                        "CLOSE_ACTIVE_VERSUS_READ: gone, and still the active one",
                        TWO,
                        call(0, 0, 9, CLOSE_A, A),
                        call(1, 1, 2, new Operation.GetSession("a"), null),
                        call(1, 3, 4, ACTIVE, "a")),
                wrong(
                        "CLOSE_LAST_VERSUS_CREATE: the id of the new first session is cleared",
                        ONE,
                        call(0, 0, 9, CLOSE_A, A),
                        call(1, 0, 9, CREATE_B, B),
                        call(0, 10, 11, SNAPSHOT, snapshot(null, B))),
                right(
                        "closed last, created first",
                        ONE,
                        call(0, 0, 9, CLOSE_A, A),
                        call(1, 0, 9, CREATE_B, B),
                        call(0, 10, 11, SNAPSHOT, snapshot("b", B))),
                wrong(
                        "SNAPSHOT_IS_NOT_TORN: sessions from one instant, the active id from another",
                        ONE,
                        call(0, 0, 3, CREATE_B, B),
                        call(0, 4, 9, CLOSE_A, A),
                        call(1, 0, 9, SNAPSHOT, snapshot("b", A, B))),
                wrong(
                        "READ_VERSUS_READ: told what the other asked for",
                        TWO,
                        call(0, 0, 9, new Operation.GetSession("a"), B),
                        call(1, 0, 9, new Operation.GetSession("b"), B)));
    }

    private static Stream<Case> queueing() {
        StateChange first = new StateChange.Error("a", "first");
        StateChange second = new StateChange.Processing("a");
        StartState posted = new StartState(List.of(A), "a", List.of(first), 0, 1, 1);
        Session failed = A.withLastError("first", 2);
        Session processing = failed.withState(SessionState.PROCESSING, 3);
        StateChangeReport one = new StateChangeReport(List.of(first), List.of(), List.of());
        StateChangeReport other = new StateChangeReport(List.of(second), List.of(), List.of());
        StateChangeReport skipped = new StateChangeReport(List.of(), List.of(first), List.of());
        StartState fullButOne = new StartState(List.of(), null, List.of(first), 0, 0, 0);
        return Stream.of(
                right(
                        "posted behind the processing",
                        posted,
                        call(0, 0, 9, PROCESS, one),
                        call(1, 0, 9, new Operation.PostStateChange(second), true),
                        call(0, 10, 11, PROCESS, other),
                        call(0, 12, 13, SNAPSHOT, snapshot("a", processing))),
                wrong(
                        "POST_VERSUS_PROCESS: posted, and counts for neither",
                        posted,
                        call(0, 0, 9, PROCESS, one),
                        call(1, 0, 9, new Operation.PostStateChange(second), true),
                        call(0, 10, 11, PROCESS, StateChangeReport.EMPTY)),
                right(
                        "closed, then skipped",
                        posted,
                        call(0, 0, 9, PROCESS, skipped),
                        call(1, 0, 9, CLOSE_A, A),
                        call(0, 10, 11, SNAPSHOT, snapshot(null))),
                wrong(
                        "STATE_CHANGE_VERSUS_CLOSE: closed, and brought back",
                        posted,
                        call(0, 0, 9, PROCESS, one),
                        call(1, 0, 9, CLOSE_A, A),
                        call(0, 10, 11, SNAPSHOT, snapshot("a", failed))),
                wrong(
                        "QUEUE_LIMIT_RACE: both found the last room",
                        fullButOne,
                        call(0, 0, 9, new Operation.PostStateChange(first), true),
                        call(1, 0, 9, new Operation.PostStateChange(second), true)),
                wrong(
                        "QUEUE_LIMIT_RACE: two drops counted as one",
                        new StartState(List.of(), null, List.of(first, first), 0, 0, 0),
                        call(0, 0, 9, new Operation.PostStateChange(first), false),
                        call(1, 0, 9, new Operation.PostStateChange(second), false),
                        call(0, 10, 11, new Operation.DroppedStateChanges(), 1L)));
    }

    private static Stream<Case> updating() {
        SessionOutput xy = SessionOutput.EMPTY.append("xy", 8);
        ResourceStats stats = new ResourceStats(1, 2);
        Operation append = new Operation.AppendOutput("a", "xy");
        Operation measure = new Operation.UpdateResourceStats("a", stats);
        Session written = A.withOutput(xy, 2);
        Session waiting = A.withState(SessionState.WAITING_FOR_INPUT, 2);
        return Stream.of(
                right(
                        "both changes are there",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 0, 9, measure, written.withResourceStats(stats, 3))),
                wrong(
                        "LOST_UPDATE: both began with the same value",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 0, 9, measure, A.withResourceStats(stats, 3))),
                wrong(
                        "LOST_UPDATE: both made the same version",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 0, 9, measure, A.withResourceStats(stats, 2))),
                wrong(
                        "WRITER_PROGRESS: the value of long ago",
                        ONE,
                        call(0, 0, 1, append, written),
                        call(1, 2, 3, new Operation.GetSession("a"), A)),
                right(
                        "not seen yet, then seen",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 1, 2, new Operation.GetSession("a"), A),
                        call(1, 3, 4, new Operation.GetSession("a"), written)),
                wrong(
                        "seen, then not seen any more",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 1, 2, new Operation.GetSession("a"), written),
                        call(1, 3, 4, new Operation.GetSession("a"), A)),
                wrong(
                        "SAVE_VERSUS_UPDATE: the copy mixes two versions",
                        ONE,
                        call(0, 0, 9, append, written),
                        call(1, 0, 9, new Operation.SaveSession("a"), A.withOutput(xy, 1))),
                wrong(
                        "WAITING_LIST_VERSUS_UPDATE: the list disagrees with the session",
                        ONE,
                        call(0, 0, 9, new Operation.UpdateSessionState("a", SessionState.WAITING_FOR_INPUT), waiting),
                        call(1, 1, 2, new Operation.GetSession("a"), waiting),
                        call(1, 3, 4, new Operation.GetWaitingSessions(), List.of())),
                wrong(
                        "refused for a session that is open all the time",
                        ONE,
                        refused(0, 0, 9, append, SessionNotFound.class)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judge_hazard_isDecided(Case hazard) {
        History history = new History(hazard.start(), SmallHistories.LIMITS, hazard.calls());
        Verdict verdict = new Judge(JudgeLimits.defaults()).judge(history);
        assertThat(verdict).isInstanceOf(hazard.right() ? Verdict.Linearizable.class : Verdict.NotLinearizable.class);
    }
}
