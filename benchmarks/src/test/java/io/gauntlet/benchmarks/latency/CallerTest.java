package io.gauntlet.benchmarks.latency;

import static io.gauntlet.benchmarks.latency.Simulation.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Tape;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** A stall of 200 ms, planted: the harness on trial. */
class CallerTest {

    private static final long SERVICE_NANOS = 100_000;
    private static final double MEAN_GAP_NANOS = 2 * MILLI;
    private static final long STALL_BEGINS = 500 * MILLI;
    private static final long STALL_ENDS = 700 * MILLI;
    private static final Window WINDOW = new Window(0, 100 * MILLI, 1_100 * MILLI, 2_100 * MILLI);

    /** Whoever calls during the stall gets an answer after it. */
    private static final LongUnaryOperator STALLING =
            begun -> begun >= STALL_BEGINS && begun < STALL_ENDS ? STALL_ENDS + SERVICE_NANOS : begun + SERVICE_NANOS;

    private final ExponentialGaps gaps = new ExponentialGaps(20261124, 8);

    @Test
    void stall_ofACaller_hasItsFullWeightSinceDue() {
        assertThat(simulate(1).distributions.reads().sinceDue()).isEqualTo(expectedSinceDue(1));
    }

    @Test
    void stall_ofAllCallers_hasItsFullWeightSinceDue() {
        assertThat(simulate(8).distributions.reads().sinceDue()).isEqualTo(expectedSinceDue(8));
    }

    @Test
    void stall_sinceDue_isAFifthOfTheCallsOfItsSecond() {
        Histogram sinceDue = simulate(8).distributions.reads().sinceDue();

        // Of the calls of one second a fifth is due in the stall, and waits evenly from 200 ms down to nothing.
        assertThat(sinceDue.getPercentileAtOrBelowValue(100 * MILLI)).isCloseTo(90, within(1.5));
        assertThat(sinceDue.getPercentileAtOrBelowValue(150 * MILLI)).isCloseTo(95, within(1.5));
        assertThat(sinceDue.getMaxValue()).isBetween(195 * MILLI, 202 * MILLI);
    }

    @Test
    void stall_inService_isOneCallOfEachCaller() {
        assertThat(callsLongerThanServed(simulate(1))).isEqualTo(1);
        assertThat(callsLongerThanServed(simulate(8))).isEqualTo(8);
        assertThat(simulate(8).distributions.reads().inService().getValueAtPercentile(99))
                .isCloseTo(SERVICE_NANOS, within(SERVICE_NANOS / 1_000));
    }

    @Test
    void stall_ofOnce_isNoReasonToDropTheLoad() {
        assertThat(simulate(8).whyNot()).isEmpty();
    }

    @Test
    void calls_dueBeforeTheClose_countThoughTheyEndAfterIt() {
        LongUnaryOperator stallAcrossTheClose = begun ->
                begun >= 1_000 * MILLI ? Math.max(begun, 1_300 * MILLI) + SERVICE_NANOS : begun + SERVICE_NANOS;

        Simulation simulation = new Simulation(gaps, 1, MEAN_GAP_NANOS, WINDOW, 100, stallAcrossTheClose);

        Histogram sinceDue = simulation.distributions.reads().sinceDue();
        assertThat(sinceDue.getTotalCount()).isEqualTo(simulation.tally().due());
        assertThat(simulation.tally().due() - simulation.tally().done())
                .isEqualTo(LongStream.of(due(0))
                        .filter(due -> due >= 1_000 * MILLI)
                        .count());
        assertThat(sinceDue.getMaxValue()).isGreaterThan(290 * MILLI);
    }

    @Test
    void calls_dueBeforeTheOpening_areMadeAndNotCounted() {
        Simulation simulation = simulate(1);

        assertThat(simulation.tally().atOpening().done()).isPositive();
        assertThat(simulation.distributions.reads().sinceDue().getTotalCount())
                .isEqualTo(LongStream.of(due(0))
                        .filter(due -> due >= WINDOW.opens())
                        .count());
    }

    @Test
    void calls_areCountedByTheirKind() {
        Simulation simulation = new Simulation(gaps, 1, MEAN_GAP_NANOS, WINDOW, 50, begun -> begun + SERVICE_NANOS);

        Tape tape = new Tape(1, 50, new Population(10));
        long reads = 0;
        long[] due = due(0);
        for (int call = 0; call < due.length; call++) {
            if (due[call] >= WINDOW.opens() && tape.isRead(call)) {
                reads++;
            }
        }
        Distributions distributions = simulation.distributions;
        assertThat(distributions.reads().sinceDue().getTotalCount()).isEqualTo(reads);
        assertThat(distributions.reads().inService().getTotalCount()).isEqualTo(reads);
        assertThat(distributions.writes().sinceDue().getTotalCount())
                .isEqualTo(simulation.tally().due() - reads);
    }

    private Simulation simulate(int callers) {
        return new Simulation(gaps, callers, MEAN_GAP_NANOS, WINDOW, 100, STALLING);
    }

    private static long callsLongerThanServed(Simulation simulation) {
        Histogram inService = simulation.distributions.reads().inService();
        return inService.getCountBetweenValues(2 * SERVICE_NANOS, inService.getHighestTrackableValue() - 1);
    }

    /** When the calls of a caller are due, from the beginning of the window to its close. */
    private long[] due(int caller) {
        Schedule schedule = gaps.schedule(caller, MEAN_GAP_NANOS);
        return LongStream.generate(() -> {
                    long due = schedule.due();
                    schedule.advance();
                    return due;
                })
                .takeWhile(due -> due < WINDOW.closes())
                .toArray();
    }

    /** A queue with one server has only one way to go: a call begins when it is due and the one before it has ended. */
    private Histogram expectedSinceDue(int callers) {
        Histogram expected = Distributions.empty().reads().sinceDue();
        for (int caller = 0; caller < callers; caller++) {
            long ended = 0;
            for (long due : due(caller)) {
                ended = STALLING.applyAsLong(Math.max(due, ended));
                if (due >= WINDOW.opens()) {
                    expected.recordValue(ended - due);
                }
            }
        }
        return expected;
    }
}
