package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.Settlement;
import io.gauntlet.benchmarks.fork.ThroughputFork;
import io.gauntlet.evidence.RegimeResult.Settled;
import java.util.List;
import java.util.stream.Stream;

/** What forks say of whether they were in their steady state. */
final class SettlementFindings {

    private SettlementFindings() {}

    static Settled of(List<ThroughputFork> forks) {
        List<Settlement> all = forks.stream().map(ThroughputFork::settlement).toList();
        return new Settled(
                (int) all.stream().filter(settlement -> !settlement.settled()).count(),
                all.stream().mapToInt(settlement -> settlement.earlier().size()).sum(),
                (int) all.stream()
                        .filter(settlement -> settlement.warmedUp().compilerFirst())
                        .count(),
                all.stream().flatMap(SettlementFindings::reasons).distinct().toList());
    }

    private static Stream<String> reasons(Settlement settlement) {
        return Stream.concat(
                        settlement.earlier().stream().map(Settlement.Unsettled::whyNot), Stream.of(settlement.whyNot()))
                .filter(why -> !why.isEmpty());
    }
}
