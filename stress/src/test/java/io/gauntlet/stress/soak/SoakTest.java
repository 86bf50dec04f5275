package io.gauntlet.stress.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionOutput;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.trial.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class SoakTest {

    private static final int CALLERS = 4;
    private static final int OPERATIONS = 3_000;
    private static final long SEED = 20_261_124;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(180);

    @Test
    void run_rightCoordinator_passesAndMeetsEverything() throws Exception {
        Finding finding = soak(CoordinatorStrategy.MUTEX::create);

        assertThat(finding.verdict()).as(finding.reason() + finding.witness()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort())
                .containsEntry("callers", (long) CALLERS)
                .containsEntry("operations", (long) CALLERS * OPERATIONS)
                .containsEntry("kinds of operation", 15L)
                .hasEntrySatisfying(
                        "empty snapshots", count -> assertThat(count).isPositive())
                .hasEntrySatisfying(
                        "refusals at the limit of 4 sessions",
                        count -> assertThat(count).isPositive());
    }

    @Test
    void run_virtualCallers_passOnAnyJdkThatHasThem() throws Exception {
        Optional<ThreadFactory> virtual = CallerThreads.virtual();

        assertThat(virtual.isPresent()).isEqualTo(Runtime.version().feature() >= 21);
        if (virtual.isPresent()) {
            Finding finding = soak(CoordinatorStrategy.MUTEX::create, virtual.get(), OPERATIONS, PATIENCE);
            assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void run_tornSnapshot_isFound() throws Exception {
        assertFound(
                "snapshot",
                answer -> {
                    CoordinatorSnapshot whole = (CoordinatorSnapshot) answer;
                    return new CoordinatorSnapshot(
                            whole.sessions(),
                            whole.sessions().isEmpty() ? "id-0" : whole.activeSessionId(),
                            whole.outputBytes(),
                            whole.pendingStateChanges(),
                            whole.droppedStateChanges());
                },
                "Snapshot: the active id 'id-0' names no open session: []");
    }

    @Test
    void run_listInAnotherOrder_isFound() throws Exception {
        assertFound(
                "listSessions",
                answer -> {
                    List<Session> reversed = new ArrayList<>(sessions(answer));
                    Collections.reverse(reversed);
                    return reversed;
                },
                "not in creation order");
    }

    @Test
    void run_listWithASessionTwice_isFound() throws Exception {
        assertFound(
                "listSessions",
                answer -> sessions(answer).isEmpty()
                        ? answer
                        : List.of(sessions(answer).get(0), sessions(answer).get(0)),
                "is open twice");
    }

    @Test
    void run_waitingListOfAllSessions_isFound() throws Exception {
        Session idle = Session.created("id-0", "name-0", 1_000_000, Instant.EPOCH, 1_000_000);
        assertFound(
                "getWaitingSessions",
                answer -> List.of(idle),
                "GetWaitingSessions: session 'id-0' is listed as waiting, but is ACTIVE");
    }

    @Test
    void run_sessionOfAnotherId_isFound() throws Exception {
        assertFound(
                "getSession",
                answer -> answer == null ? null : named((Session) answer, "other"),
                "GetSession: answered with session 'other'");
    }

    @Test
    void run_creationOfAnotherName_isFound() throws Exception {
        assertFound(
                "createSession",
                answer -> {
                    Session right = (Session) answer;
                    return Session.created(right.id(), "other", right.serial(), right.createdAt(), right.version());
                },
                "CreateSession: created the name 'other'");
    }

    @Test
    void run_staleRead_isFound() throws Exception {
        Map<String, Session> first = new ConcurrentHashMap<>();
        assertFound(
                "getSession",
                answer -> {
                    if (answer == null) {
                        return null;
                    }
                    Session now = (Session) answer;
                    Session before = first.putIfAbsent(now.id(), now);
                    return before == null ? now : before;
                },
                "after this caller saw version");
    }

    @Test
    void run_oneVersionOfTwoValues_isFound() throws Exception {
        assertFound(
                "getSession",
                answer -> {
                    if (answer == null) {
                        return null;
                    }
                    Session now = (Session) answer;
                    return now.withOutput(SessionOutput.EMPTY.append("forged", 64), now.version());
                },
                "is two:");
    }

    @Test
    void run_reportOfMoreThanCanBePending_isFound() throws Exception {
        assertFound(
                "processStateChanges",
                answer -> {
                    StateChangeReport right = (StateChangeReport) answer;
                    return new StateChangeReport(
                            right.applied(),
                            right.skipped(),
                            Collections.nCopies(5, new StateChange.Completed("id-0")));
                },
                "changes were pending, the limit is 4");
    }

    @Test
    void run_unexpectedException_isFoundWithItsStack() throws Exception {
        Finding finding = assertFound(
                "activeSessionId",
                answer -> {
                    throw new IllegalStateException("broken on purpose");
                },
                "ActiveSessionId: threw java.lang.IllegalStateException: broken on purpose");
        assertThat(finding.witness()).contains("seed " + SEED).contains("step ").contains("at io.gauntlet.stress.soak");
    }

    @Test
    void run_refusalThatTheContractDoesNotKnow_isFound() throws Exception {
        assertFound(
                "saveSession",
                answer -> {
                    throw new CoordinatorException.SaveFailed("id-0", new IllegalStateException("full"));
                },
                "SaveSession: refused by");
    }

    @Test
    void run_nullInsteadOfAnAnswer_isFound() throws Exception {
        assertFound("listSessions", answer -> null, "ListSessions: answered null");
    }

    @Test
    void run_droppedChangesCalledQueued_doNotBalance() throws Exception {
        assertFound("postStateChange", answer -> true, "after the last call: callers count");
    }

    @Test
    void run_lostReports_doNotBalance() throws Exception {
        assertFound("processStateChanges", answer -> StateChangeReport.EMPTY, "after the last call: callers count");
    }

    @Test
    void run_callersThatWaitForEver_isFoundWithWhereTheyStand() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try {
            Finding finding = soak(
                    Planted.answer("appendOutput", answer -> {
                        await(never);
                        return answer;
                    }),
                    CallerThreads.platform(),
                    OPERATIONS,
                    /* patience= */ Duration.ofSeconds(3));

            assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
            assertThat(finding.reason()).isEqualTo("no caller made progress for 3.0 s");
            assertThat(finding.witness())
                    .contains(CALLERS + " more threads")
                    .contains("TIMED_WAITING")
                    .contains("CountDownLatch");
        } finally {
            never.countDown();
        }
    }

    @Test
    void run_tooFewOperationsToMeetEverything_isNotRun() throws Exception {
        Finding finding =
                soak(CoordinatorStrategy.MUTEX::create, CallerThreads.platform(), /* operations= */ 1, PATIENCE);

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).contains("nobody asked ").contains("the limit of sessions was never met");
    }

    private static Finding assertFound(String operation, UnaryOperator<@Nullable Object> tamper, String reason)
            throws Exception {
        Finding finding = soak(Planted.answer(operation, tamper));
        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).contains(reason).doesNotContain("\n");
        assertThat(finding.witness()).isNotBlank();
        return finding;
    }

    private static Finding soak(Function<CoordinatorConfig, SessionCoordinator> subject) throws Exception {
        return soak(subject, CallerThreads.platform(), OPERATIONS, PATIENCE);
    }

    private static Finding soak(
            Function<CoordinatorConfig, SessionCoordinator> subject,
            ThreadFactory threads,
            int operations,
            Duration patience)
            throws Exception {
        return new Soak(subject, threads, CALLERS, operations, SEED, patience, TIME_LIMIT).run();
    }

    private static Session named(Session session, String id) {
        return Session.created(id, session.name(), session.serial(), session.createdAt(), session.version());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never ended");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts callers", e);
        }
    }

    @SuppressWarnings("unchecked") // what the operations that list are declared to return
    private static List<Session> sessions(@Nullable Object answer) {
        return (List<Session>) answer;
    }
}
