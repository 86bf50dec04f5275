package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.benchmarks.fork.Settlement;
import io.gauntlet.benchmarks.fork.Settlement.Unsettled;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.fork.ThroughputFork.Iteration;
import io.gauntlet.benchmarks.fork.WarmedUp;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.JudgedCalls;
import io.gauntlet.evidence.Regime;
import io.gauntlet.evidence.RegimeResult;
import io.gauntlet.evidence.RegimeResult.Fairness;
import io.gauntlet.evidence.RegimeResult.Role;
import io.gauntlet.evidence.RegimeResult.Settled;
import io.gauntlet.evidence.RegimeResult.Speed;
import io.gauntlet.evidence.RegimeResult.ThroughputResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThroughputFindingsTest {

    private static final long SEED = 20_261_124;
    private static final Regime REGIME = new Regime(2, CallerThreads.PLATFORM, 0, 90, 10);

    private final Random random = new Random(SEED);
    private final List<ThroughputFork> forks = new ArrayList<>();

    @Test
    void subject_thatIsTwiceAsFast_isFaster() {
        measure("MUTEX", 100);
        measure("MUTEX_AGAIN", 100);
        measure("LOCK_FREE", 200);
        measure("SYNCHRONIZED", 50);

        RegimeResult result = found();

        assertThat(result.results())
                .extracting(ThroughputResult::subject)
                .containsExactlyInAnyOrder("SYNCHRONIZED", "MUTEX", "LOCK_FREE");
        assertThat(result.noiseFloor()).isNotNull();
        assertThat(result.noiseFloor().contains(1)).isTrue();
        assertThat(comparison(result, "LOCK_FREE").ratio().estimate()).isCloseTo(2, within(0.1));
        assertThat(comparison(result, "LOCK_FREE").speed()).isEqualTo(Speed.FASTER);
        assertThat(comparison(result, "LOCK_FREE").adjustedP()).isLessThan(0.01);
        assertThat(comparison(result, "SYNCHRONIZED").speed()).isEqualTo(Speed.SLOWER);
        assertThat(of(result, "MUTEX").againstYardstick()).isNull();
        assertThat(of(result, "LOCK_FREE").fasterThan()).containsExactlyInAnyOrder("SYNCHRONIZED", "MUTEX");
        assertThat(of(result, "MUTEX").fasterThan()).containsExactly("SYNCHRONIZED");
    }

    @ParameterizedTest
    @ValueSource(doubles = {120, 80})
    void subject_withinTheNoiseFloor_ties(double again) {
        measure("MUTEX", 100);
        measure("MUTEX_AGAIN", again);
        measure("LOCK_FREE", 110);

        RegimeResult result = found();

        // Alone the difference would be significant; but that of MUTEX to itself is larger.
        assertThat(comparison(result, "LOCK_FREE").adjustedP()).isLessThan(0.05);
        assertThat(comparison(result, "LOCK_FREE").speed()).isEqualTo(Speed.TIE);
        assertThat(of(result, "LOCK_FREE").fasterThan()).isEmpty();
    }

    @Test
    void secondNameOfTheYardstick_isNotAmongTheFamily() {
        measure("MUTEX", 100);
        measure("LOCK_FREE", 104);
        double alone = comparison(found(), "LOCK_FREE").adjustedP();
        measure("MUTEX_AGAIN", 100);

        assertThat(comparison(found(), "LOCK_FREE").adjustedP()).isEqualTo(alone);
    }

    @Test
    void pValue_isAdjustedForAllThatIsCompared() {
        measure("MUTEX", 100);
        measure("LOCK_FREE", 103);
        double alone = comparison(found(), "LOCK_FREE").adjustedP();
        measure("SYNCHRONIZED", 300);

        // Of two, the smaller p-value is doubled first; this is the larger.
        assertThat(comparison(found(), "LOCK_FREE").adjustedP()).isEqualTo(alone);
        measure("COPY_ON_WRITE", 100.5);
        assertThat(comparison(found(), "LOCK_FREE").adjustedP()).isCloseTo(Math.min(1, 2 * alone), within(1e-12));
    }

    @Test
    void ceiling_isComparedButNotRanked() {
        measure("MUTEX", 100);
        measure("REFERENCE", 500);

        RegimeResult result = found();

        assertThat(comparison(result, "REFERENCE").ratio().estimate()).isCloseTo(5, within(0.2));
        assertThat(of(result, "REFERENCE").fasterThan()).isEmpty();
    }

    @Test
    void subject_withoutYardstick_isRankedButNotCompared() {
        measure("LOCK_FREE", 200);
        measure("SYNCHRONIZED", 100);

        RegimeResult result = found();

        assertThat(result.noiseFloor()).isNull();
        assertThat(of(result, "LOCK_FREE").againstYardstick()).isNull();
        assertThat(of(result, "LOCK_FREE").fasterThan()).containsExactly("SYNCHRONIZED");
    }

    @Test
    void yardstickUnderItsSecondNameAlone_isNoResult() {
        measure("MUTEX_AGAIN", 100);

        assertThat(new ThroughputFindings(new Bootstrap(SEED)).of(forks)).isEmpty();
    }

    @Test
    void rates_areMeansOverForks() {
        forks.add(fork("MUTEX", 1, List.of(new Iteration(90, 10, 80), new Iteration(110, 30, 100)), List.of()));
        forks.add(fork("MUTEX", 2, List.of(new Iteration(190, 10, 150), new Iteration(210, 30, 170)), List.of()));

        ThroughputResult result = of(found(), "MUTEX");

        assertThat(result.opsPerSecond()).isEqualTo(170);
        assertThat(result.readsPerSecond()).isEqualTo(150);
        assertThat(result.writesPerSecond()).isEqualTo(20);
        assertThat(result.effectivePerSecond()).isEqualTo(125);
        assertThat(result.forks()).isEqualTo(2);
        assertThat(result.iterations()).isEqualTo(2);
    }

    @Test
    void unsettledForks_countLikeTheOthersAndAreTold() {
        Unsettled repeated = new Unsettled("iterations rose", iterations(1_000));
        WarmedUp warmedUp = new WarmedUp(4_000, 1, true, "");
        forks.add(fork("MUTEX", 1, iterations(100, 100, 100), List.of()));
        forks.add(fork("MUTEX", 2, iterations(200), List.of(), new Settlement("", warmedUp, List.of(repeated))));
        forks.add(fork(
                "MUTEX",
                3,
                iterations(300),
                List.of(),
                new Settlement("iterations fell", warmedUp, List.of(repeated, repeated))));

        assertThat(of(found(), "MUTEX").settled())
                .isEqualTo(new Settled(1, 3, 3, List.of("iterations rose", "iterations fell")));
        assertThat(of(found(), "MUTEX").opsPerSecond()).isEqualTo(200);
    }

    @Test
    void fairness_isToldForEachRole() {
        List<CallerTotal> callers = List.of(
                new CallerTotal(Role.READER, 100, 0, 3_000_000, 0),
                new CallerTotal(Role.READER, 300, 0, 1_000_000, 0),
                new CallerTotal(Role.WRITER, 0, 50, 0, 9_000_000));
        forks.add(fork("MUTEX", 1, iterations(10, 10, 10), callers));
        forks.add(fork("MUTEX", 2, iterations(10, 10, 10), callers));

        // Readers: 100 of a mean of 200; (100 + 300)^2 / (2 * (100^2 + 300^2)) = 0.8.
        assertThat(of(found(), "MUTEX").fairness())
                .containsExactly(
                        new Fairness(Role.READER, 2, 0.5, 0.8, 3.0, null),
                        new Fairness(Role.WRITER, 1, 1, 1, null, 9.0));
    }

    @Test
    void role_thatGotNothing_isUnfair() {
        forks.add(fork(
                "MUTEX",
                1,
                iterations(10, 10, 10),
                List.of(
                        new CallerTotal(Role.READER, 100, 0, 1, 0),
                        new CallerTotal(Role.WRITER, 0, 0, 0, 0),
                        new CallerTotal(Role.WRITER, 0, 0, 0, 0))));

        assertThat(of(found(), "MUTEX").fairness()).contains(new Fairness(Role.WRITER, 2, 0, 0, null, null));
    }

    @Test
    void subject_withoutAVerdictOnEveryJvm_isComparedWithNobodyAndKeepsItsNumbers() {
        measure("MUTEX", 100);
        measure("MUTEX_AGAIN", 100);
        measure("LOCK_FREE", 300);
        measure("COPY_ON_WRITE", 200);
        doubt("LOCK_FREE");

        RegimeResult found = found();

        ThroughputResult doubtful = of(found, "LOCK_FREE");
        assertThat(doubtful.opsPerSecond()).isGreaterThan(200);
        assertThat(doubtful.againstYardstick()).isNull();
        assertThat(doubtful.fasterThan()).isEmpty();
        assertThat(doubtful.judged())
                .isEqualTo(new JudgedCalls(
                        5,
                        5,
                        4,
                        1,
                        "steps: more than 1",
                        30,
                        15_000,
                        5_000,
                        50.0,
                        doubtful.judged().toMeasured()));
        assertThat(doubtful.judged().toMeasured()).isCloseTo(50 / 300.0, within(0.02));
        assertThat(comparison(found, "COPY_ON_WRITE").speed()).isEqualTo(Speed.FASTER);
        assertThat(of(found, "COPY_ON_WRITE").fasterThan()).containsExactly("MUTEX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUTEX", "MUTEX_AGAIN"})
    void yardstick_withoutAVerdictUnderOneOfItsNames_leavesNothingComparedWithIt(String name) {
        measure("MUTEX", 100);
        measure("MUTEX_AGAIN", 100);
        measure("LOCK_FREE", 300);
        doubt(name);

        RegimeResult found = found();

        assertThat(found.noiseFloor()).isNull();
        assertThat(of(found, "LOCK_FREE").againstYardstick()).isNull();
        assertThat(of(found, "LOCK_FREE").fasterThan()).isEmpty();
    }

    @Test
    void forks_thatWereNotRecorded_haveNoVerdict() {
        forks.add(new ThroughputFork(
                new ThroughputCell("MUTEX", REGIME, 1),
                iterations(10, 10, 10),
                List.of(),
                JudgedHistory.NONE,
                Fakes.SETTLED));

        assertThat(of(found(), "MUTEX").judged())
                .isEqualTo(new JudgedCalls(1, 0, 0, 0, "no window was recorded", 0, 0, 0, null, null));
    }

    /** Takes the verdict from the first fork of a subject. */
    private void doubt(String subject) {
        forks.replaceAll(fork -> fork.cell().subject().equals(subject)
                        && fork.cell().round() == 1
                ? new ThroughputFork(fork.cell(), fork.iterations(), fork.callers(), Fakes.UNDECIDED, Fakes.SETTLED)
                : fork);
    }

    @Test
    void regimes_areSortedHoweverTheyWereMeasured() {
        Stream.of(50, 100, 90)
                .map(reads -> new Regime(2, CallerThreads.PLATFORM, 0, reads, 10))
                .forEach(regime -> forks.add(new ThroughputFork(
                        new ThroughputCell("MUTEX", regime, 1),
                        iterations(10, 10, 10),
                        List.of(),
                        Fakes.LINEARIZABLE,
                        Fakes.SETTLED)));

        assertThat(new ThroughputFindings(new Bootstrap(SEED)).of(forks))
                .extracting(result -> result.regime().readPercent())
                .containsExactly(100, 90, 50);
    }

    /** Adds five forks that differ by about 2 %, and iterations that do by about 1 %. */
    private void measure(String subject, double rate) {
        IntStream.rangeClosed(1, 5).forEach(round -> {
            double ofFork = rate * (1 + 0.02 * random.nextGaussian());
            forks.add(fork(
                    subject,
                    round,
                    iterations(random.doubles(4, 0.99, 1.01)
                            .map(factor -> factor * ofFork)
                            .toArray()),
                    List.of()));
        });
    }

    private RegimeResult found() {
        List<RegimeResult> found = new ThroughputFindings(new Bootstrap(SEED)).of(forks);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Iteration> iterations(double... rates) {
        return Arrays.stream(rates)
                .mapToObj(rate -> new Iteration(0.9 * rate, 0.1 * rate, 0.5 * rate))
                .toList();
    }

    private static ThroughputFork fork(
            String subject, int round, List<Iteration> iterations, List<CallerTotal> callers) {
        return fork(subject, round, iterations, callers, Fakes.SETTLED);
    }

    private static ThroughputFork fork(
            String subject, int round, List<Iteration> iterations, List<CallerTotal> callers, Settlement settlement) {
        return new ThroughputFork(
                new ThroughputCell(subject, REGIME, round), iterations, callers, Fakes.LINEARIZABLE, settlement);
    }

    private static ThroughputResult of(RegimeResult result, String subject) {
        return result.results().stream()
                .filter(found -> found.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static RegimeResult.Comparison comparison(RegimeResult result, String subject) {
        return Objects.requireNonNull(of(result, subject).againstYardstick());
    }
}
