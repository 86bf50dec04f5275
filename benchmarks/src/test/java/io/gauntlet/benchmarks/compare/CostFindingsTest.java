package io.gauntlet.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gauntlet.benchmarks.fork.CostCell;
import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CostFindingsTest {

    private final CostFindings findings = new CostFindings(new Bootstrap(7));

    @Test
    void cost_ofTwoForks_isTheirMeanWithAnInterval() {
        List<CostResult> costs =
                findings.costs(List.of(fork("snapshot", 10, 1, 90, 110), fork("snapshot", 10, 2, 200)));

        assertThat(costs).hasSize(1);
        assertThat(costs.get(0).nanos()).isEqualTo(150);
        assertThat(costs.get(0).forks()).isEqualTo(2);
        assertThat(costs.get(0).allocatedBytes()).isEqualTo(24);
        assertThat(costs.get(0).nanosInterval()).isNotNull();
    }

    @Test
    void cost_ofOneFork_hasNoInterval() {
        assertThat(findings.costs(List.of(fork("snapshot", 10, 1, 90, 110)))
                        .get(0)
                        .nanosInterval())
                .isNull();
    }

    @Test
    void growth_ofALinearCost_is1() {
        List<GrowthResult> growth = findings.growth(Stream.of(10_000, 10, 1_000, 100)
                .map(sessions -> fork("snapshot", sessions, 1, 3.0 * sessions))
                .toList());

        assertThat(growth).hasSize(1);
        assertThat(growth.get(0).fromSessions()).isEqualTo(10);
        assertThat(growth.get(0).toSessions()).isEqualTo(10_000);
        assertThat(growth.get(0).exponent().estimate()).isCloseTo(1, within(1e-9));
    }

    @Test
    void growth_ofTwoSizes_isNotTold() {
        assertThat(findings.growth(List.of(fork("snapshot", 10, 1, 1), fork("snapshot", 100, 1, 10))))
                .isEmpty();
    }

    private static CostFork fork(String operation, int sessions, int round, Number... nanos) {
        return new CostFork(
                new CostCell("MUTEX", operation, sessions, round),
                Stream.of(nanos).map(Number::doubleValue).toList(),
                24);
    }
}
