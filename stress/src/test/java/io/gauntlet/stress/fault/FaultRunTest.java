package io.gauntlet.stress.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.trial.Finding;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@Timeout(120)
class FaultRunTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20_261_128);
    private static final FaultSize SIZE =
            new FaultSize(/* callers= */ 40, /* windows= */ 4, /* callsPerWindow= */ 8, Duration.ofMillis(20));
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(600);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private static Finding run(
            String name,
            Provocation provocation,
            Function<CoordinatorConfig, SessionCoordinator> subject,
            Duration patience)
            throws InterruptedException {
        return run(name, provocation, subject, new Watch(patience, TIME_LIMIT));
    }

    private static Finding run(
            String name, Provocation provocation, Function<CoordinatorConfig, SessionCoordinator> subject, Watch watch)
            throws InterruptedException {
        return new FaultRun(name, provocation, subject, SIZE, SEED, watch).run();
    }

    private static Finding run(Fault fault, Function<CoordinatorConfig, SessionCoordinator> subject, Duration patience)
            throws InterruptedException {
        return run(fault.name(), fault.provocation(SIZE), subject, patience);
    }

    static Stream<Arguments> strategiesAndFaults() {
        return Stream.of(CoordinatorStrategy.values())
                .flatMap(strategy -> Stream.of(Fault.values()).map(fault -> Arguments.of(strategy, fault)));
    }

    @ParameterizedTest
    @MethodSource("strategiesAndFaults")
    void run_anyStrategy_bearsAnyFault(CoordinatorStrategy strategy, Fault fault) throws Exception {
        Finding finding = run(fault, strategy::create, LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason() + finding.witness()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort()).containsKeys("effects acknowledged", "windows judged");
        assertThat(fault.provocation(SIZE).amounts())
                .isNotEmpty()
                .allSatisfy(amount -> assertThat(finding.effort().get(amount.name()))
                        .as(amount.name())
                        .isGreaterThanOrEqualTo(amount.least()));
    }

    @ParameterizedTest
    @EnumSource
    void run_plantedBug_isFoundUnderItsFault(PlantedFaults planted) throws Exception {
        boolean hangs = planted.message().startsWith(Question.PROGRESS.text());

        Finding finding = run(planted.fault(), planted::create, hangs ? SHORT_PATIENCE : LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason())
                .matches(planted.fault().name() + ": " + planted.message())
                .doesNotContain("\n");
        assertThat(finding.witness()).contains("fault " + planted.fault(), "seed " + SEED);
    }

    /** That a bug is found is its fault's doing: where nothing goes wrong nobody sees anything. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            // Where so many post, the queue is full now and then by itself.
            names = {
                "MISCOUNTS_DROPS",
                "PRETENDS_TO_QUEUE",
                "COUNTS_DROPS_ONE_SHORT",
                "WAITS_FOR_ROOM",
                "LISTS_BY_CLOCK",
                // A collection may come by itself.
                "HOLDS_WEAKLY"
            })
    void run_plantedBugWithoutItsFault_isNotFound(PlantedFaults planted) throws Exception {
        Finding finding = run("NOTHING", new Nothing(new Amount("calm", 1, 1)), planted::create, LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason() + finding.witness()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void run_faultThatIsNeverOftenEnough_isNotRunAndNamesIt() throws Exception {
        Finding finding = run(
                "NOTHING",
                new Nothing(new Amount("calm", 1, 1), new Amount("storms", 2, 3), Amount.told("clouds", 0)),
                CoordinatorStrategy.MUTEX::create,
                new Watch(LONG_PATIENCE, Duration.ofSeconds(2)));

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).isEqualTo("NOTHING: too little was tried: only 2 of 3 storms");
        assertThat(finding.effort()).containsEntry("clouds", 0L);
    }

    @Test
    void run_callersThatDoNotEndInTime_isNotRunAndNamesTheFault() throws Exception {
        Finding finding = run(
                Fault.STORE_STALLS.name(),
                Fault.STORE_STALLS.provocation(new FaultSize(40, 4, 8, Duration.ofMinutes(1))),
                CoordinatorStrategy.MUTEX::create,
                new Watch(LONG_PATIENCE, Duration.ofSeconds(2)));

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason())
                .startsWith("STORE_STALLS: too little was tried: callers got on, but did not end within 2 s");
    }

    /** The fault goes on for as long as it takes, not for as many calls as a fast machine makes in no time. */
    @Test
    void run_faultThatComesAboutLate_goesOnUntilThen() throws Exception {
        AtomicLong looks = new AtomicLong();
        Provocation late = new Provocation() {
            @Override
            List<Amount> amounts() {
                return List.of(new Amount("looks", looks.getAndIncrement(), 10L * SIZE.windows()));
            }
        };

        Finding finding = run("LATE", late, CoordinatorStrategy.MUTEX::create, LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort().get("windows judged")).isEqualTo(SIZE.mostWindowsKept());
        assertThat(finding.effort().get("windows left to the ledgers")).isGreaterThan(SIZE.mostWindowsKept());
    }

    /** What is wrong before the fault sets in is found as what it is, and not as callers who wait for the fault. */
    @ParameterizedTest
    @EnumSource
    void run_bugBeforeTheFault_isFoundWithoutIt(Fault fault) throws Exception {
        Finding finding = run(fault, Planted.answer("createSession", answer -> null), LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).startsWith(fault + ": a wrong answer: CreateSession: threw");
    }

    @Test
    void run_answersThatOnlyTheJudgeCanDoubt_areFound() throws Exception {
        // Whoever is listed as active was not at that instant: an invariant holds, and no ledger knows.
        Function<CoordinatorConfig, SessionCoordinator> newestActive = Planted.answer("snapshot", answer -> {
            CoordinatorSnapshot right = (CoordinatorSnapshot) answer;
            Session newest = right.sessions().get(right.sessions().size() - 1);
            return new CoordinatorSnapshot(
                    right.sessions(),
                    newest.id(),
                    right.outputBytes(),
                    right.pendingStateChanges(),
                    right.droppedStateChanges());
        });

        Finding finding = run(Fault.CLOCK_STEPS, newestActive, LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason()).isEqualTo("CLOCK_STEPS: no order: none explains the answers");
        assertThat(finding.witness()).contains("NOT LINEARIZABLE");
    }

    @Test
    void interruptions_underALock_meetCallersThatWait() throws Exception {
        Finding finding = run(
                "INTERRUPTED",
                new Interruptions(/* enoughOfWaiting= */ 20),
                CoordinatorStrategy.FAIR_MUTEX::create,
                LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.PASSED);
        assertThat(finding.effort().get("interrupts of callers that were waiting"))
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void freshCallers_lockThatIsHeld_tellWhoWaits() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try {
            SessionCoordinator held = Planted.answer("updateResourceStats", answer -> {
                        awaitUninterruptibly(never);
                        return answer;
                    })
                    .apply(CoordinatorConfig.defaults());
            assertThatThrownBy(() -> FreshCallers.complaints(
                            held, CoordinatorConfig.defaults(), new Watch(SHORT_PATIENCE, TIME_LIMIT)))
                    .isInstanceOf(StalledException.class)
                    .hasMessageContaining("fresh-UpdateResourceStats: no caller made progress");
        } finally {
            never.countDown();
        }
    }

    @Test
    void freshCallers_askEachKindOfQuestion() {
        assertThat(FreshCallers.questions().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameSizeAs(Operation.class.getPermittedSubclasses());
    }

    @Test
    void size_thatTriesNothing_isRefused() {
        assertThatThrownBy(() -> new FaultSize(8, /* windows= */ 1, 8, Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("8 callers in 1 windows");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            if (!latch.await(TIME_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never ended");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this caller", e);
        }
    }

    /** No fault at all. */
    private static final class Nothing extends Provocation {

        private final List<Amount> amounts;

        Nothing(Amount... amounts) {
            this.amounts = List.of(amounts);
        }

        @Override
        List<Amount> amounts() {
            return amounts;
        }
    }
}
