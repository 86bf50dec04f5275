package io.gauntlet.benchmarks.statistics;

import java.util.List;

/**
 * How evenly work fell to those who shared it.
 *
 * @param jainIndex 1 if all got the same, {@code k / n} if {@code k} of {@code n} got the same and the others nothing
 * @param slowestToMean 1 if all got the same, 0 if one got nothing
 * @see <a href="https://arxiv.org/abs/cs/9809099">Jain, Chiu, Hawe: A Quantitative Measure of Fairness and
 *     Discrimination for Resource Allocation in Shared Computer Systems</a>
 */
public record Fairness(double jainIndex, double slowestToMean) {

    /**
     * Judges how often each caller got through.
     *
     * @throws IllegalArgumentException if there is no caller, a count below 0, or nothing was counted at all
     */
    public static Fairness of(List<Long> counts) {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("counts [] say nothing: give one at least");
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts " + counts + " are not valid: each must be 0 at least");
        }
        double sum = counts.stream().mapToDouble(Long::doubleValue).sum();
        if (sum == 0) {
            throw new IllegalArgumentException("counts " + counts + " say nothing: one must be above 0");
        }
        double squares =
                counts.stream().mapToDouble(count -> (double) count * count).sum();
        double slowest = counts.stream().mapToDouble(Long::doubleValue).min().orElseThrow();
        return new Fairness(sum * sum / (counts.size() * squares), slowest * counts.size() / sum);
    }
}
