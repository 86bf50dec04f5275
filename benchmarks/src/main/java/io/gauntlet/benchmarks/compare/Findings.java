package io.gauntlet.benchmarks.compare;

import io.gauntlet.benchmarks.statistics.Bootstrap;
import io.gauntlet.benchmarks.statistics.Estimate;
import io.gauntlet.benchmarks.statistics.Ratio;
import io.gauntlet.benchmarks.statistics.Replicates;
import io.gauntlet.evidence.MeasurementEvidence.Interval;
import io.gauntlet.evidence.MeasurementEvidence.ThroughputResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the finished forks say: one result for each subject and mix, most reads first. */
final class Findings {

    private static final String YARDSTICK = "MUTEX";

    private final Bootstrap bootstrap;

    Findings(long seed) {
        bootstrap = new Bootstrap(seed);
    }

    List<ThroughputResult> of(List<ForkResult> finished) {
        Map<SubjectAndMix, List<ForkResult>> groups = finished.stream()
                .collect(Collectors.groupingBy(
                        fork -> new SubjectAndMix(
                                fork.cell().readPercent(), fork.cell().subject()),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> result(
                        group.getKey(),
                        group.getValue(),
                        groups.get(new SubjectAndMix(group.getKey().readPercent(), YARDSTICK))))
                .toList();
    }

    private ThroughputResult result(SubjectAndMix key, List<ForkResult> forks, @Nullable List<ForkResult> yardstick) {
        Replicates operations = operations(forks);
        Estimate mean = bootstrap.mean(operations);
        return new ThroughputResult(
                key.subject(),
                key.readPercent(),
                forks.size(),
                forks.get(0).iterations().size(),
                interval(mean.value(), mean.interval()),
                mean(forks, ForkResult.Iteration::reads),
                mean(forks, ForkResult.Iteration::writes),
                mean(forks, ForkResult.Iteration::effective),
                ratio(key, operations, yardstick));
    }

    private @Nullable Interval ratio(SubjectAndMix key, Replicates operations, @Nullable List<ForkResult> yardstick) {
        if (yardstick == null) {
            return null;
        }
        if (key.subject().equals(YARDSTICK)) {
            // Against itself it is 1, and nothing else: no interval is to be had from one series of forks.
            return new Interval(1, 1, 1);
        }
        Ratio ratio = bootstrap.ratio(operations, operations(yardstick));
        return interval(ratio.value(), ratio.interval());
    }

    private static Replicates operations(List<ForkResult> forks) {
        return new Replicates(forks.stream()
                .map(fork -> fork.iterations().stream()
                        .map(ForkResult.Iteration::operations)
                        .toList())
                .toList());
    }

    private static double mean(List<ForkResult> forks, ToDoubleFunction<ForkResult.Iteration> rate) {
        return forks.stream().mapToDouble(fork -> fork.mean(rate)).average().orElseThrow();
    }

    /** Returns no width where no interval is to be had, as from one fork. */
    private static Interval interval(double value, Optional<io.gauntlet.benchmarks.statistics.Interval> interval) {
        return interval.map(found -> new Interval(value, found.low(), found.high()))
                .orElseGet(() -> new Interval(value, value, value));
    }

    private record SubjectAndMix(int readPercent, String subject) implements Comparable<SubjectAndMix> {

        private static final Comparator<SubjectAndMix> MOST_READS_FIRST =
                Comparator.comparingInt(SubjectAndMix::readPercent).reversed().thenComparing(SubjectAndMix::subject);

        @Override
        public int compareTo(SubjectAndMix other) {
            return MOST_READS_FIRST.compare(this, other);
        }
    }
}
