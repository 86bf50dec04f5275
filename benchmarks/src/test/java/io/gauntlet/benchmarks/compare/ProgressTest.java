package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.Cell;
import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.ThroughputCell;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final ThroughputCell FIRST = new ThroughputCell("MUTEX", Fakes.REGIME, 1);
    private static final ThroughputCell SECOND = new ThroughputCell("MUTEX", Fakes.REGIME, 2);
    private static final CostCell COST = new CostCell("MUTEX", "getSession", 10, 1);

    private final Progress progress =
            new Progress(Fakes.WORKLOAD, /* planned= */ 10, List.<Cell>of(FIRST, SECOND, COST));

    @Test
    void timeLeft_beforeAnyFork_isWhatIsExpected() {
        // Two of 3 s and one of 1 s.
        assertThat(progress.secondsLeft()).isCloseTo(7, within(1e-9));
    }

    @Test
    void timeLeft_afterAFork_isWhatForksOfItsPartTook() {
        progress.finished(Fakes.throughput(FIRST), /* forkSeconds= */ 30, /* elapsedSeconds= */ 31);

        assertThat(progress.secondsLeft()).isCloseTo(30 + 1, within(1e-9));
    }

    @Test
    void line_saysWhatHowFarAndHowLong() {
        assertThat(progress.finished(Fakes.throughput(FIRST), 4, 65))
                .isEqualTo(
                        "[8/10] MUTEX, 2 platform callers, 90 % reads, 10 sessions, round 1: 102 operations/s in 4.0 s;"
                                + " 1 min 05 s elapsed, about 0 min 05 s left");
        assertThat(progress.finished(Fakes.cost(COST), 2, 67))
                .startsWith("[9/10] MUTEX, getSession alone, 10 sessions, round 1: 10 ns, 24 bytes in 2.0 s; ");
    }
}
