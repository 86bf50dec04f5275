package io.gauntlet.benchmarks.record;

import io.gauntlet.benchmarks.fork.JudgedHistory;
import io.gauntlet.evidence.JudgedCalls;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/** What forks say of the answers that their callers wrote down. */
public final class HistoryFindings {

    private HistoryFindings() {}

    /**
     * Sums up.
     *
     * @param history the verdict on one fork
     * @param measured calls a second that were measured in it
     */
    public static <F> JudgedCalls of(List<F> forks, Function<F, JudgedHistory> history, ToDoubleFunction<F> measured) {
        List<JudgedHistory> histories = forks.stream().map(history).toList();
        return new JudgedCalls(
                histories.size(),
                histories.size() - count(histories, JudgedHistory.Verdict.NOT_JUDGED),
                count(histories, JudgedHistory.Verdict.LINEARIZABLE),
                count(histories, JudgedHistory.Verdict.UNDECIDED),
                histories.stream()
                        .filter(one -> !one.linearizable())
                        .map(JudgedHistory::why)
                        .findFirst()
                        .orElse(""),
                sum(histories, JudgedHistory::windows),
                sum(histories, JudgedHistory::calls),
                sum(histories, JudgedHistory::overlappingCalls),
                median(histories.stream().filter(one -> one.calls() > 0).mapToDouble(JudgedHistory::callsPerSecond)),
                median(forks.stream()
                        .filter(fork -> history.apply(fork).calls() > 0)
                        .mapToDouble(fork -> history.apply(fork).callsPerSecond() / measured.applyAsDouble(fork))));
    }

    private static int count(List<JudgedHistory> histories, JudgedHistory.Verdict verdict) {
        return (int) histories.stream()
                .filter(history -> history.verdict() == verdict)
                .count();
    }

    private static long sum(List<JudgedHistory> histories, ToLongFunction<JudgedHistory> count) {
        return histories.stream().mapToLong(count).sum();
    }

    private static @Nullable Double median(DoubleStream values) {
        double[] all = values.toArray();
        return all.length == 0 ? null : new Median().evaluate(all);
    }
}
