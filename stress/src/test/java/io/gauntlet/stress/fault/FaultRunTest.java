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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private static final long SEED = 20_261_128;
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
        return new FaultRun(name, provocation, subject, SIZE, SEED, new Watch(patience, TIME_LIMIT)).run();
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
        assertThat(finding.effort())
                .containsKeys("effects acknowledged", "windows judged")
                .containsKeys(fault.provocation(SIZE).counts().keySet().toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void run_plantedBug_isFoundUnderItsFault(PlantedFaults planted) throws Exception {
        boolean hangs = planted.message().contains("progress");

        Finding finding = run(planted.fault(), planted::create, hangs ? SHORT_PATIENCE : LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason()).isEqualTo(Verdict.FAILED);
        assertThat(finding.reason())
                .startsWith(planted.fault().name() + ": ")
                .containsPattern(planted.message())
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
                "LISTS_BY_CLOCK"
            })
    void run_plantedBugWithoutItsFault_isNotFound(PlantedFaults planted) throws Exception {
        Finding finding = run("NOTHING", new Nothing(Map.of("calm", 1L)), planted::create, LONG_PATIENCE);

        assertThat(finding.verdict()).as(finding.reason() + finding.witness()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void run_faultThatDidNotComeAbout_isNotRun() throws Exception {
        Finding finding = run(
                "NOTHING",
                new Nothing(Map.of("calm", 1L, "storms", 0L)),
                CoordinatorStrategy.MUTEX::create,
                LONG_PATIENCE);

        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(finding.reason()).isEqualTo("NOTHING: there were no storms: nothing was tried");
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
        assertThat(finding.reason()).isEqualTo("CLOCK_STEPS: no order explains the answers");
        assertThat(finding.witness()).contains("NOT LINEARIZABLE");
    }

    @Test
    void interruptions_underALock_meetCallersThatWait() throws Exception {
        Finding finding = run(Fault.INTERRUPTED, CoordinatorStrategy.FAIR_MUTEX::create, LONG_PATIENCE);

        assertThat(finding.effort().get("interrupts of callers that were waiting"))
                .as(finding.effort().toString())
                .isPositive();
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

        private final Map<String, Long> counts;

        Nothing(Map<String, Long> counts) {
            this.counts = counts;
        }

        @Override
        SortedMap<String, Long> counts() {
            return new TreeMap<>(counts);
        }
    }
}
