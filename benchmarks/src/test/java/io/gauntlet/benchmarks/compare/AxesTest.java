package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.evidence.CallerThreads;
import io.gauntlet.evidence.Regime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AxesTest {

    private static final Set<Part> ALL = Set.of(Part.values());

    @Test
    void axes_notAskedFor_leaveTheBudget() {
        assertThat(Axes.NONE.applyTo(Fakes.WORKLOAD)).isEqualTo(Fakes.WORKLOAD);
    }

    @Test
    void axes_thatAreGiven_areCombined_theOthersStayInTheMiddle() {
        Workload workload = new Axes(
                        List.of(1, 8), List.of(99, 50), List.of(), List.of(), List.of(), ALL, OptionalInt.empty())
                .applyTo(Fakes.WORKLOAD);

        assertThat(workload.throughput().regimes())
                .containsExactly(
                        new Regime(1, CallerThreads.PLATFORM, 0, 99, 10),
                        new Regime(1, CallerThreads.PLATFORM, 0, 50, 10),
                        new Regime(8, CallerThreads.PLATFORM, 0, 99, 10),
                        new Regime(8, CallerThreads.PLATFORM, 0, 50, 10));
        assertThat(workload.latency().conditions())
                .contains(new Workload.Conditions(8, CallerThreads.PLATFORM, 99, 10))
                .hasSize(4);
        assertThat(workload.costs()).isEqualTo(Fakes.WORKLOAD.costs());
    }

    @Test
    void writers_thatAreGiven_areMeasuredInClosedLoopsAlone() {
        Workload workload = new Axes(
                        List.of(8), List.of(100), List.of(), List.of(2), List.of(), ALL, OptionalInt.empty())
                .applyTo(Fakes.WORKLOAD);

        assertThat(workload.throughput().regimes()).containsExactly(new Regime(8, CallerThreads.PLATFORM, 2, 100, 10));
        assertThat(workload.latency().conditions()).isEmpty();
    }

    @Test
    void sessions_thatAreGiven_areThoseOfCostsToo() {
        Workload workload = new Axes(
                        List.of(), List.of(), List.of(2, 50), List.of(), List.of(), ALL, OptionalInt.empty())
                .applyTo(Fakes.WORKLOAD);

        assertThat(workload.costs().sessions()).containsExactly(50);
    }

    @Test
    void parts_thatAreNotAskedFor_areNotMeasured() {
        Workload workload = new Axes(
                        List.of(8), List.of(), List.of(), List.of(), List.of(), Set.of(Part.LATENCY), OptionalInt.of(4))
                .applyTo(Fakes.WORKLOAD);

        assertThat(workload.throughput().regimes()).isEmpty();
        assertThat(workload.costs().sessions()).isEmpty();
        assertThat(workload.latency().conditions()).hasSize(1);
        assertThat(workload.latency().rounds()).isEqualTo(4);
    }
}
