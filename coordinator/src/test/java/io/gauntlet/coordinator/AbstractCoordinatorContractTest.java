package io.gauntlet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionName;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidArgument;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidStateTransition;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.SessionStore;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChange.Completed;
import io.gauntlet.coordinator.contract.StateChange.NeedsInput;
import io.gauntlet.coordinator.contract.StateChange.Processing;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the contract and every error, for one caller: extend it to put another coordinator to the test. */
public abstract class AbstractCoordinatorContractTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Session> saved = new ArrayList<>();
    private CoordinatorConfig config = CoordinatorConfig.defaults();
    private SessionCoordinator coordinator;

    /** Makes the coordinator on trial, with no session. */
    protected abstract SessionCoordinator create(CoordinatorConfig config);

    @BeforeEach
    void createCoordinator() {
        use(CoordinatorConfig.defaults()
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withStore(saved::add));
    }

    private void use(CoordinatorConfig newConfig) {
        config = newConfig;
        coordinator = create(newConfig);
    }

    private void open(String... ids) {
        for (String id : ids) {
            coordinator.createSession(id, name(id));
        }
    }

    private static String name(String id) {
        return "name-" + id;
    }

    /** Runs an operation that must be refused, and checks that it is, says why, and has changed nothing. */
    private void assertRefused(Class<? extends CoordinatorException> cause, String offendingValue, Runnable operation) {
        CoordinatorSnapshot before = coordinator.snapshot();
        assertThatExceptionOfType(cause).isThrownBy(operation::run).withMessageContaining("'" + offendingValue + "'");
        assertThat(coordinator.snapshot()).isEqualTo(before);
    }

    private List<String> openIds() {
        return ids(coordinator.listSessions());
    }

    private static List<String> ids(List<Session> sessions) {
        return sessions.stream().map(Session::id).toList();
    }

    private void toState(String id, SessionState state) {
        StateChange change = switch (state) {
            case ACTIVE -> null;
            case WAITING_FOR_INPUT -> new NeedsInput(id);
            case PROCESSING -> new Processing(id);
            case COMPLETED -> new Completed(id);
        };
        if (change != null) {
            coordinator.postStateChange(change);
            assertThat(coordinator.processStateChanges().applied()).containsExactly(change);
        }
    }

    @Nested
    class Empty {

        @Test
        void activeSessionId_empty_isNull() {
            assertThat(coordinator.activeSessionId()).isNull();
        }

        @Test
        void lists_empty_areEmpty() {
            assertThat(coordinator.listSessions()).isEmpty();
            assertThat(coordinator.getWaitingSessions()).isEmpty();
        }

        @Test
        void snapshot_empty_isEmpty() {
            assertThat(coordinator.snapshot()).isEqualTo(new CoordinatorSnapshot(List.of(), null, 0, 0, 0));
        }

        @Test
        void processStateChanges_nothingPosted_reportsNothing() {
            assertThat(coordinator.processStateChanges()).isEqualTo(StateChangeReport.EMPTY);
        }
    }

    @Nested
    class Create {

        @Test
        void create_first_becomesActive() {
            Session session = coordinator.createSession("a", "Alpha");
            assertThat(session.id()).isEqualTo("a");
            assertThat(session.name()).isEqualTo("Alpha");
            assertThat(session.serial()).isEqualTo(1);
            assertThat(session.createdAt()).isEqualTo(NOW);
            assertThat(session.state()).isEqualTo(SessionState.ACTIVE);
            assertThat(session.lastError()).isNull();
            assertThat(session.resourceStats()).isEqualTo(ResourceStats.NONE);
            assertThat(session.output().bytes()).isZero();
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
            assertThat(coordinator.getSession("a")).isEqualTo(session);
        }

        @Test
        void create_second_leavesTheFirstActive() {
            open("a", "b");
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
        }

        @Test
        void create_afterClose_goesToTheEndWithANewSerial() {
            open("a", "b");
            coordinator.closeSession("a");
            Session again = coordinator.createSession("a", "again");
            assertThat(again.serial()).isEqualTo(3);
            assertThat(openIds()).containsExactly("b", "a");
        }

        @Test
        void create_idInUse_isRefused() {
            open("a");
            assertRefused(DuplicateSessionId.class, "a", () -> coordinator.createSession("a", "other"));
        }

        @Test
        void create_nameInUse_isRefused() {
            open("a");
            assertRefused(DuplicateSessionName.class, "name-a", () -> coordinator.createSession("b", "name-a"));
        }

        @Test
        void create_nameOfClosedSession_isFree() {
            open("a");
            coordinator.closeSession("a");
            assertThat(coordinator.createSession("b", "name-a").name()).isEqualTo("name-a");
        }

        @Test
        void create_beyondLimit_isRefusedUntilOneCloses() {
            use(config.withMaxActiveSessions(2));
            open("a", "b");
            assertRefused(SessionLimitReached.class, "c", () -> open("c"));
            coordinator.closeSession("a");
            open("c");
            assertThat(openIds()).containsExactly("b", "c");
        }

        @Test
        void create_byDefault_allowsTenSessions() {
            for (int i = 0; i < 10; i++) {
                open("s" + i);
            }
            assertRefused(SessionLimitReached.class, "s10", () -> open("s10"));
        }

        @Test
        void create_longestId_isAccepted() {
            String id = "x".repeat(128);
            assertThat(coordinator.createSession(id, "long").id()).isEqualTo(id);
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../etc/passwd", "CON", "a/b", " ", "\u0000", "日本語", "<script>alert(1)</script>"})
        void create_anyCharactersInId_isAccepted(String id) {
            coordinator.createSession(id, "any");
            assertThat(coordinator.getSession(id)).isNotNull();
            assertThat(coordinator.activeSessionId()).isEqualTo(id);
        }

        @Test
        void create_emptyOrTooLongId_isRefused() {
            assertRefused(InvalidArgument.class, "", () -> coordinator.createSession("", "name"));
            String tooLong = "x".repeat(129);
            assertRefused(InvalidArgument.class, tooLong, () -> coordinator.createSession(tooLong, "name"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "Zoë", "日本語", "a b", "a-b_c", "-1", "1a", "2nd try"})
        void create_properName_isAccepted(String name) {
            assertThat(coordinator.createSession("a", name).name()).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a.b", "a/b", "a\tb", "a\nb", "<b>", "1", "42", "٣", "🙂"})
        void create_improperName_isRefused(String name) {
            assertRefused(InvalidArgument.class, name, () -> coordinator.createSession("a", name));
        }

        @Test
        void create_longestName_isAcceptedAndNoLonger() {
            assertThat(coordinator.createSession("a", "n".repeat(64)).name()).hasSize(64);
            String tooLong = "n".repeat(65);
            assertRefused(InvalidArgument.class, tooLong, () -> coordinator.createSession("b", tooLong));
        }

        @Test
        void create_refused_usesUpNoSerial() {
            open("a");
            assertRefused(DuplicateSessionId.class, "a", () -> coordinator.createSession("a", "other"));
            assertThat(coordinator.createSession("b", "other").serial()).isEqualTo(2);
        }
    }

    @Nested
    class Switch {

        @Test
        void switch_byName_activates() {
            open("a", "b");
            assertThat(coordinator.switchSession("name-b").id()).isEqualTo("b");
            assertThat(coordinator.activeSessionId()).isEqualTo("b");
        }

        @Test
        void switch_byNumber_countsInCreationOrderFromOne() {
            open("a", "b", "c");
            coordinator.closeSession("b");
            assertThat(coordinator.switchSession("2").id()).isEqualTo("c");
            assertThat(coordinator.switchSession("1").id()).isEqualTo("a");
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
        }

        @Test
        void switch_toActive_staysThere() {
            open("a", "b");
            coordinator.switchSession("name-a");
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "3", "99999999999999999999", "nobody", "a", "-1", ""})
        void switch_unknown_isRefused(String target) {
            open("a", "b");
            assertRefused(SessionNotFound.class, target, () -> coordinator.switchSession(target));
        }

        @Test
        void switch_toClosed_isRefused() {
            open("a", "b");
            coordinator.closeSession("b");
            assertRefused(SessionNotFound.class, "name-b", () -> coordinator.switchSession("name-b"));
        }
    }

    @Nested
    class Close {

        @Test
        void close_returnsTheSessionAsItWasLast() {
            open("a");
            Session last = coordinator.appendOutput("a", "bye");
            assertThat(coordinator.closeSession("a")).isEqualTo(last);
            assertThat(coordinator.getSession("a")).isNull();
        }

        @Test
        void close_active_activatesTheOldestRemaining() {
            open("a", "b", "c");
            coordinator.switchSession("name-b");
            coordinator.closeSession("b");
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
            coordinator.closeSession("a");
            assertThat(coordinator.activeSessionId()).isEqualTo("c");
        }

        @Test
        void close_notActive_leavesTheActive() {
            open("a", "b");
            coordinator.closeSession("b");
            assertThat(coordinator.activeSessionId()).isEqualTo("a");
        }

        @Test
        void close_last_leavesNoneActive() {
            open("a");
            coordinator.closeSession("a");
            assertThat(coordinator.activeSessionId()).isNull();
            assertThat(coordinator.listSessions()).isEmpty();
            open("b");
            assertThat(coordinator.activeSessionId()).isEqualTo("b");
        }

        @Test
        void close_waiting_leavesNoWaiting() {
            open("a");
            toState("a", SessionState.WAITING_FOR_INPUT);
            coordinator.closeSession("a");
            assertThat(coordinator.getWaitingSessions()).isEmpty();
        }

        @Test
        void close_unknown_isRefused() {
            open("a");
            assertRefused(SessionNotFound.class, "b", () -> coordinator.closeSession("b"));
        }
    }

    @Nested
    class Read {

        @Test
        void getSession_unknown_isNull() {
            open("a");
            assertThat(coordinator.getSession("b")).isNull();
        }

        @Test
        void listSessions_isInCreationOrder() {
            open("c", "a", "b");
            coordinator.updateResourceStats("c", new ResourceStats(1, 1));
            assertThat(openIds()).containsExactly("c", "a", "b");
        }

        @Test
        void listSessions_laterChanges_doNotTouchIt() {
            open("a");
            List<Session> before = coordinator.listSessions();
            coordinator.appendOutput("a", "text");
            open("b");
            coordinator.closeSession("a");
            assertThat(ids(before)).containsExactly("a");
            assertThat(before.get(0).output().bytes()).isZero();
        }

        @Test
        void lists_areUnmodifiable() {
            open("a");
            toState("a", SessionState.WAITING_FOR_INPUT);
            for (List<Session> list : List.of(
                    coordinator.listSessions(),
                    coordinator.getWaitingSessions(),
                    coordinator.snapshot().sessions())) {
                assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
                assertThatThrownBy(() -> list.add(list.get(0))).isInstanceOf(UnsupportedOperationException.class);
            }
        }

        @Test
        void getWaitingSessions_isInCreationOrderWhateverTheOrderOfWaiting() {
            open("a", "b", "c");
            toState("c", SessionState.WAITING_FOR_INPUT);
            toState("a", SessionState.WAITING_FOR_INPUT);
            assertThat(ids(coordinator.getWaitingSessions())).containsExactly("a", "c");
            coordinator.updateSessionState("a", SessionState.ACTIVE);
            assertThat(ids(coordinator.getWaitingSessions())).containsExactly("c");
        }

        @Test
        void getWaitingSessions_holdsTheNewestValues() {
            open("a");
            toState("a", SessionState.WAITING_FOR_INPUT);
            Session newest = coordinator.appendOutput("a", "?");
            assertThat(coordinator.getWaitingSessions()).containsExactly(newest);
        }

        @Test
        void snapshot_tellsEverythingAtOnce() {
            open("a", "b");
            coordinator.switchSession("name-b");
            coordinator.appendOutput("a", "1234");
            coordinator.appendOutput("b", "äö");
            coordinator.postStateChange(new Processing("a"));
            CoordinatorSnapshot snapshot = coordinator.snapshot();
            assertThat(snapshot.sessions()).isEqualTo(coordinator.listSessions());
            assertThat(snapshot.activeSessionId()).isEqualTo("b");
            assertThat(snapshot.outputBytes()).isEqualTo(8);
            assertThat(snapshot.pendingStateChanges()).isEqualTo(1);
            assertThat(snapshot.droppedStateChanges()).isZero();
            coordinator.closeSession("b");
            assertThat(coordinator.snapshot().outputBytes()).isEqualTo(4);
            assertThat(snapshot.outputBytes()).isEqualTo(8);
        }
    }

    @Nested
    class State {

        @ParameterizedTest
        @CsvSource({
            "ACTIVE, ACTIVE, true",
            "ACTIVE, WAITING_FOR_INPUT, true",
            "ACTIVE, PROCESSING, true",
            "ACTIVE, COMPLETED, false",
            "WAITING_FOR_INPUT, ACTIVE, true",
            "WAITING_FOR_INPUT, WAITING_FOR_INPUT, false",
            "WAITING_FOR_INPUT, PROCESSING, false",
            "WAITING_FOR_INPUT, COMPLETED, false",
            "PROCESSING, ACTIVE, false",
            "PROCESSING, WAITING_FOR_INPUT, true",
            "PROCESSING, PROCESSING, false",
            "PROCESSING, COMPLETED, false",
            "COMPLETED, ACTIVE, false",
            "COMPLETED, WAITING_FOR_INPUT, false",
            "COMPLETED, PROCESSING, false",
            "COMPLETED, COMPLETED, false",
        })
        void updateSessionState_followsTheTable(SessionState from, SessionState to, boolean allowed) {
            open("a");
            toState("a", from);
            if (allowed) {
                assertThat(coordinator.updateSessionState("a", to).state()).isEqualTo(to);
                assertThat(coordinator.getSession("a"))
                        .extracting(Session::state)
                        .isEqualTo(to);
            } else {
                assertRefused(InvalidStateTransition.class, "a", () -> coordinator.updateSessionState("a", to));
            }
        }

        @Test
        void updateSessionState_unknown_isRefused() {
            assertRefused(
                    SessionNotFound.class, "a", () -> coordinator.updateSessionState("a", SessionState.PROCESSING));
        }

        @ParameterizedTest
        @CsvSource({
            "ACTIVE, NeedsInput, WAITING_FOR_INPUT",
            "ACTIVE, Processing, PROCESSING",
            "ACTIVE, Completed, COMPLETED",
            "WAITING_FOR_INPUT, NeedsInput,",
            "WAITING_FOR_INPUT, Processing,",
            "WAITING_FOR_INPUT, Completed, COMPLETED",
            "PROCESSING, NeedsInput, WAITING_FOR_INPUT",
            "PROCESSING, Processing,",
            "PROCESSING, Completed, COMPLETED",
            "COMPLETED, NeedsInput,",
            "COMPLETED, Processing,",
            "COMPLETED, Completed,",
        })
        void processStateChanges_followsTheTable(SessionState from, String kind, SessionState to) {
            open("a");
            toState("a", from);
            StateChange change = switch (kind) {
                case "NeedsInput" -> new NeedsInput("a");
                case "Processing" -> new Processing("a");
                default -> new Completed("a");
            };
            coordinator.postStateChange(change);
            Session before = coordinator.getSession("a");
            StateChangeReport report = coordinator.processStateChanges();
            if (to == null) {
                assertThat(report).isEqualTo(new StateChangeReport(List.of(), List.of(), List.of(change)));
                assertThat(coordinator.getSession("a")).isEqualTo(before);
            } else {
                assertThat(report).isEqualTo(new StateChangeReport(List.of(change), List.of(), List.of()));
                assertThat(coordinator.getSession("a"))
                        .extracting(Session::state)
                        .isEqualTo(to);
            }
        }

        @ParameterizedTest
        @EnumSource(SessionState.class)
        void processStateChanges_error_recordsTheMessageInAnyState(SessionState state) {
            open("a");
            toState("a", state);
            StateChange error = new StateChange.Error("a", "it broke");
            coordinator.postStateChange(error);
            assertThat(coordinator.processStateChanges().applied()).containsExactly(error);
            assertThat(coordinator.getSession("a"))
                    .extracting(Session::state, Session::lastError)
                    .containsExactly(state, "it broke");
        }

        @Test
        void processStateChanges_drainsInPostingOrderAndNeverStopsHalfWay() {
            open("a", "b");
            StateChange first = new Processing("a");
            StateChange invalid = new Processing("a");
            StateChange gone = new NeedsInput("nobody");
            StateChange last = new NeedsInput("a");
            StateChange other = new Completed("b");
            List.of(first, invalid, gone, last, other).forEach(coordinator::postStateChange);
            assertThat(coordinator.processStateChanges())
                    .isEqualTo(new StateChangeReport(List.of(first, last, other), List.of(gone), List.of(invalid)));
            assertThat(ids(coordinator.getWaitingSessions())).containsExactly("a");
            assertThat(coordinator.snapshot().pendingStateChanges()).isZero();
            assertThat(coordinator.processStateChanges()).isEqualTo(StateChangeReport.EMPTY);
        }

        @Test
        void postStateChange_changesNoSessionYet() {
            open("a");
            assertThat(coordinator.postStateChange(new Processing("a"))).isTrue();
            assertThat(coordinator.getSession("a")).extracting(Session::state).isEqualTo(SessionState.ACTIVE);
        }

        @Test
        void postStateChange_fullQueue_dropsTheNewestAndCounts() {
            use(config.withMaxPendingStateChanges(2));
            open("a");
            StateChange first = new Processing("a");
            StateChange second = new NeedsInput("a");
            StateChange third = new Completed("a");
            assertThat(coordinator.postStateChange(first)).isTrue();
            assertThat(coordinator.postStateChange(second)).isTrue();
            assertThat(coordinator.postStateChange(third)).isFalse();
            assertThat(coordinator.droppedStateChanges()).isEqualTo(1);
            assertThat(coordinator.snapshot().droppedStateChanges()).isEqualTo(1);
            assertThat(coordinator.processStateChanges().applied()).containsExactly(first, second);
            assertThat(coordinator.postStateChange(third)).isTrue();
            assertThat(coordinator.droppedStateChanges()).isEqualTo(1);
        }

        @Test
        void postStateChange_byDefault_queuesAHundred() {
            for (int i = 0; i < 100; i++) {
                assertThat(coordinator.postStateChange(new Processing("a"))).isTrue();
            }
            assertThat(coordinator.postStateChange(new Processing("a"))).isFalse();
        }
    }

    @Nested
    class Details {

        @Test
        void updateResourceStats_isRecorded() {
            open("a");
            ResourceStats stats = new ResourceStats(4096, 17);
            assertThat(coordinator.updateResourceStats("a", stats).resourceStats())
                    .isEqualTo(stats);
            assertThat(coordinator.getSession("a"))
                    .extracting(Session::resourceStats)
                    .isEqualTo(stats);
        }

        @Test
        void updateResourceStats_unknown_isRefused() {
            assertRefused(SessionNotFound.class, "a", () -> coordinator.updateResourceStats("a", ResourceStats.NONE));
        }

        @Test
        void appendOutput_keepsChunksInOrder() {
            open("a");
            coordinator.appendOutput("a", "one");
            Session session = coordinator.appendOutput("a", "zwölf");
            assertThat(session.output().chunks()).containsExactly("one", "zwölf");
            assertThat(session.output().bytes()).isEqualTo(9);
            assertThat(coordinator.getSession("a")).isEqualTo(session);
        }

        @Test
        void appendOutput_beyondLimit_evictsTheOldest() {
            use(config.withMaxOutputBytes(10));
            open("a");
            coordinator.appendOutput("a", "1234");
            coordinator.appendOutput("a", "5678");
            Session session = coordinator.appendOutput("a", "90");
            assertThat(session.output().chunks()).containsExactly("1234", "5678", "90");
            session = coordinator.appendOutput("a", "!");
            assertThat(session.output().chunks()).containsExactly("5678", "90", "!");
            assertThat(coordinator.snapshot().outputBytes()).isEqualTo(7);
        }

        @Test
        void appendOutput_textBeyondLimit_keepsItsEnd() {
            use(config.withMaxOutputBytes(5));
            open("a");
            coordinator.appendOutput("a", "old");
            assertThat(coordinator.appendOutput("a", "12äöü").output().chunks()).containsExactly("öü");
        }

        @Test
        void appendOutput_unknown_isRefused() {
            assertRefused(SessionNotFound.class, "a", () -> coordinator.appendOutput("a", "text"));
        }

        @Test
        void version_everyChange_isGreaterThanAllBefore() {
            List<Long> versions = new ArrayList<>();
            versions.add(coordinator.createSession("a", "A").version());
            versions.add(coordinator.createSession("b", "B").version());
            versions.add(
                    coordinator.updateResourceStats("a", ResourceStats.NONE).version());
            versions.add(coordinator.appendOutput("b", "x").version());
            versions.add(
                    coordinator.updateSessionState("a", SessionState.PROCESSING).version());
            coordinator.closeSession("a");
            versions.add(coordinator.createSession("a", "A").version());
            assertThat(versions).isSorted().doesNotHaveDuplicates();
        }
    }

    @Nested
    class Save {

        @Test
        void save_handsTheSessionToTheStore() {
            open("a");
            coordinator.appendOutput("a", "text");
            Session copy = coordinator.saveSession("a");
            assertThat(copy).isEqualTo(coordinator.getSession("a"));
            assertThat(saved).containsExactly(copy);
        }

        @Test
        void save_unknown_isRefusedAndSavesNothing() {
            assertRefused(SessionNotFound.class, "a", () -> coordinator.saveSession("a"));
            assertThat(saved).isEmpty();
        }

        @Test
        void save_storeThrowsIoException_saysSoAndChangesNothing() {
            assertStoreFailureIsReported(session -> {
                throw new IOException("disk full");
            });
        }

        @Test
        void save_storeThrowsRuntimeException_saysSoAndChangesNothing() {
            assertStoreFailureIsReported(session -> {
                throw new IllegalStateException("disk full");
            });
        }

        private void assertStoreFailureIsReported(SessionStore store) {
            use(config.withStore(store));
            open("a");
            assertRefused(SaveFailed.class, "a", () -> coordinator.saveSession("a"));
            assertThatExceptionOfType(SaveFailed.class)
                    .isThrownBy(() -> coordinator.saveSession("a"))
                    .withMessageContaining("disk full")
                    .withCauseInstanceOf(Exception.class);
        }

        @Test
        void save_noStoreConfigured_saysWhatToDo() {
            use(CoordinatorConfig.defaults());
            open("a");
            assertThatExceptionOfType(SaveFailed.class)
                    .isThrownBy(() -> coordinator.saveSession("a"))
                    .withMessageContaining("withStore");
        }

        @Test
        void save_whileTheStoreWrites_othersReadAndChange() {
            AtomicReference<Session> changed = new AtomicReference<>();
            use(config.withStore(session ->
                    changed.set(inAnotherThread(() -> coordinator.appendOutput("a", coordinator.activeSessionId())))));
            open("a");
            Session copy = coordinator.saveSession("a");
            assertThat(copy.output().chunks()).isEmpty();
            assertThat(changed.get().output().chunks()).containsExactly("a");
        }

        private static <T> T inAnotherThread(Supplier<T> call) {
            return CompletableFuture.supplyAsync(call)
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }
    }

    @Nested
    class Nulls {

        @Test
        void operations_nullArgument_nameIt() {
            open("a");
            assertNamed("id", () -> coordinator.createSession(null, "n"));
            assertNamed("name", () -> coordinator.createSession("b", null));
            assertNamed("nameOrNumber", () -> coordinator.switchSession(null));
            assertNamed("id", () -> coordinator.closeSession(null));
            assertNamed("id", () -> coordinator.getSession(null));
            assertNamed("id", () -> coordinator.updateSessionState(null, SessionState.ACTIVE));
            assertNamed("state", () -> coordinator.updateSessionState("a", null));
            assertNamed("id", () -> coordinator.saveSession(null));
            assertNamed("id", () -> coordinator.updateResourceStats(null, ResourceStats.NONE));
            assertNamed("stats", () -> coordinator.updateResourceStats("a", null));
            assertNamed("change", () -> coordinator.postStateChange(null));
            assertNamed("id", () -> coordinator.appendOutput(null, "text"));
            assertNamed("text", () -> coordinator.appendOutput("a", null));
        }

        private static void assertNamed(String argument, Runnable operation) {
            assertThatNullPointerException().isThrownBy(operation::run).withMessage(argument);
        }
    }
}
