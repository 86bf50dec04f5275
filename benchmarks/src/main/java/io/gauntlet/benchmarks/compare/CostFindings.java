package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.fork.CostFork;
import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.benchmarks.statistics.Estimate;
import io.gauntlet.benchmarks.statistics.PowerLaw;
import io.gauntlet.benchmarks.statistics.Replicates;
import io.gauntlet.evidence.CostResult;
import io.gauntlet.evidence.GrowthResult;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What forks say of the cost of single operations. */
final class CostFindings {

    private static final int FEWEST_SIZES = 3;

    private final Bootstrap bootstrap;

    CostFindings(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Returns one entry for each operation, subject and number of sessions. */
    List<CostResult> costs(List<CostFork> forks) {
        Map<Key, List<CostFork>> groups =
                forks.stream().collect(Collectors.groupingBy(Key::of, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> cost(group.getKey(), group.getValue()))
                .toList();
    }

    private CostResult cost(Key key, List<CostFork> forks) {
        Estimate nanos = bootstrap.mean(
                new Replicates(forks.stream().map(CostFork::nanos).toList()));
        return new CostResult(
                key.operation(),
                key.subject(),
                key.sessions(),
                forks.size(),
                nanos.value(),
                Findings.interval(nanos),
                forks.stream().mapToDouble(CostFork::allocatedBytes).average().orElseThrow());
    }

    /** Returns one entry for each operation and subject that was measured with three numbers of sessions or more. */
    List<GrowthResult> growth(List<CostFork> forks) {
        Map<Key, List<CostResult>> groups = costs(forks).stream()
                .collect(Collectors.groupingBy(
                        cost -> new Key(cost.operation(), cost.subject(), 0), TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .filter(sizes -> sizes.size() >= FEWEST_SIZES)
                .map(CostFindings::growth)
                .toList();
    }

    /** Fits one point for each size, so that the interval tells how straight the line is, not how steady one size was. */
    private static GrowthResult growth(Collection<CostResult> sizes) {
        List<CostResult> sorted = sizes.stream()
                .sorted(Comparator.comparingInt(CostResult::sessions))
                .toList();
        PowerLaw law = PowerLaw.fit(sorted.stream()
                .map(cost -> new PowerLaw.Point(cost.sessions(), cost.nanos()))
                .toList());
        return new GrowthResult(
                sorted.get(0).operation(),
                sorted.get(0).subject(),
                sorted.get(0).sessions(),
                sorted.get(sorted.size() - 1).sessions(),
                Findings.interval(law.exponent(), law.exponentInterval()));
    }

    private record Key(String operation, String subject, int sessions) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::operation).thenComparing(Key::subject).thenComparingInt(Key::sessions);

        static Key of(CostFork fork) {
            return new Key(
                    fork.cell().operation(), fork.cell().subject(), fork.cell().sessions());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
