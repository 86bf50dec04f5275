package io.gauntlet.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction: of several hypotheses tested at once, the chance to reject any true one stays below the
 * level, whatever the dependence between them.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm: A Simple Sequentially Rejective Multiple Test Procedure</a>
 */
public final class Holm {

    private Holm() {}

    /**
     * Returns the adjusted p-values, each in its p-value's place: compare them with the level itself.
     *
     * @throws IllegalArgumentException if a p-value does not lie in 0 to 1
     */
    public static List<Double> adjusted(List<Double> pValues) {
        if (!pValues.stream().allMatch(pValue -> pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p-values " + pValues + " are not valid: allowed are 0 to 1");
        }
        List<Integer> smallestFirst = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), 1.0));
        double soFar = 0;
        int remaining = pValues.size();
        for (int index : smallestFirst) {
            soFar = Math.max(soFar, Math.min(1, remaining * pValues.get(index)));
            adjusted.set(index, soFar);
            remaining--;
        }
        return List.copyOf(adjusted);
    }
}
