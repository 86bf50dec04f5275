package io.gauntlet.benchmarks.latency;

import static io.gauntlet.benchmarks.latency.Simulation.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.gauntlet.benchmarks.latency.Tally.Count;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final int CALLERS = 128;
    private static final long SERVICE_NANOS = MILLI;
    private static final LongUnaryOperator SERVED = begun -> begun + SERVICE_NANOS;

    private final ExponentialGaps gaps = new ExponentialGaps(20261124, CALLERS);

    @Test
    void load_thatIsLight_isKept() {
        Simulation light = simulate(/* load= */ 0.3, window(2_000), SERVED);

        assertThat(light.whyNot()).isEmpty();
        assertThat(light.tally().done()).isCloseTo(light.tally().due(), withPercentage(1));
    }

    @Test
    void load_nearCapacity_isKeptThoughCallersWait() {
        assertThat(simulate(0.95, window(10_000), SERVED).whyNot()).isEmpty();
    }

    @Test
    void load_aboveCapacity_isNotKept() {
        Simulation excessive = simulate(1.5, window(2_000), SERVED);

        assertThat(excessive.whyNot())
                .startsWith("callers fell behind their schedule")
                .contains("at the close of a window of 2000 ms", "% of the calls due were done");
        assertThat((double) excessive.tally().done() / excessive.tally().due()).isLessThan(0.75);
    }

    @Test
    void load_aTenthAboveCapacity_isNotKept() {
        assertThat(simulate(1.1, window(10_000), SERVED).whyNot()).isNotEmpty();
    }

    @Test
    void load_aTenthAboveCapacityInAWindowShortBesideARotation_isNotTold() {
        assertThat(simulate(1.1, window(500), SERVED).whyNot()).isEmpty();
    }

    @Test
    void load_farAboveCapacityInAShortWindow_isNotKept() {
        assertThat(simulate(4, window(300), SERVED).whyNot()).isNotEmpty();
    }

    @Test
    void stall_inOneHalf_isNoReason() {
        assertThat(simulate(0.3, window(1_000), stall(700, 950)).whyNot()).isEmpty();
        assertThat(simulate(0.3, window(1_000), stall(300, 550)).whyNot()).isEmpty();
    }

    @Test
    void callers_whoNeverCameBackToTheirSchedule_didNotKeepIt() {
        Simulation stuck = simulate(0.3, window(1_000), stall(700, 60_000));

        assertThat(stuck.tally().abandoned()).isPositive();
        assertThat(stuck.whyNot()).contains(stuck.tally().abandoned() + " were still not made when callers gave up");
    }

    @Test
    void abandonedCalls_areThoseDueAndNotMade() {
        Simulation stuck = simulate(0.3, window(1_000), stall(700, 60_000));

        assertThat(stuck.tally().abandoned()
                        + stuck.distributions.reads().sinceDue().getTotalCount())
                .isEqualTo(stuck.tally().due());
    }

    @Test
    void backlog_thatRoseAndStays_isNoReason() {
        Count opening = new Count(1_000, 1_000);
        Count middle = new Count(6_000, 4_000);
        Count closing = new Count(11_000, 9_000);

        assertThat(Backlog.whyNot(new Tally(opening, middle, closing, 0), window(1_000), 20 * MILLI))
                .isEmpty();
    }

    @Test
    void backlog_thatGrowsInBothHalves_isOne() {
        Count opening = new Count(1_000, 1_000);
        Count middle = new Count(6_000, 5_000);
        Count closing = new Count(11_000, 9_000);

        assertThat(Backlog.whyNot(new Tally(opening, middle, closing, 0), window(1_000), 20 * MILLI))
                .isEqualTo(
                        "callers fell behind their schedule: by 0 ms at the opening, 100 ms in the middle and 200 ms at"
                                + " the close of a window of 1000 ms, where growth of 50 ms is allowed; 80.0 % of the calls due"
                                + " were done");
        assertThat(Backlog.whyNot(new Tally(opening, middle, closing, 0), window(1_000), 210 * MILLI))
                .isEmpty();
    }

    @Test
    void backlog_ofMoreThanHalfOfAShortWindow_isOne() {
        Count opening = new Count(100, 100);
        Count middle = new Count(250, 160);
        Count closing = new Count(400, 220);

        assertThat(Backlog.whyNot(new Tally(opening, middle, closing, 0), window(300), 200 * MILLI))
                .contains("by 0 ms at the opening, 90 ms in the middle and 180 ms at the close");
    }

    @Test
    void window_inWhichNothingWasDue_measuredNothing() {
        assertThat(Backlog.whyNot(Tally.NOTHING, window(10), MILLI)).contains("no call was due in 10 ms");
    }

    @Test
    void load_thatTheNoOpCannotKeep_saysNothingOfTheSubject() {
        Played kept = played("");
        Played notKept = played("callers fell behind");

        assertThat(new LatencyRun.Load(50, kept, kept).whyNot()).isEmpty();
        assertThat(new LatencyRun.Load(50, notKept, kept).whyNot()).isEqualTo("callers fell behind");
        assertThat(new LatencyRun.Load(50, notKept, notKept).whyNot())
                .startsWith("the machine or the harness could not keep this load")
                .endsWith("callers fell behind");
    }

    private static Played played(String whyNot) {
        return new Played(Tally.NOTHING, window(10), whyNot, Distributions.empty(), 0);
    }

    private static Window window(int millis) {
        return Window.ofLoad(0, millis * MILLI, Backlog.rotationNanos(CALLERS, /* processors= */ 2));
    }

    private static LongUnaryOperator stall(int beginsMillis, int endsMillis) {
        return begun -> (begun >= beginsMillis * MILLI ? Math.max(begun, endsMillis * MILLI) : begun) + SERVICE_NANOS;
    }

    private Simulation simulate(double load, Window window, LongUnaryOperator service) {
        return new Simulation(gaps, CALLERS, SERVICE_NANOS / load, window, /* readPercent= */ 100, service);
    }
}
