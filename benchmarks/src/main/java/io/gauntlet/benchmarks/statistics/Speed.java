package io.gauntlet.benchmarks.statistics;

import java.util.Optional;

/** What may be claimed of a rate beside another. */
public enum Speed {
    FASTER,
    SLOWER,
    /** No difference was shown, which is not to say that there is none. */
    TIE;

    /**
     * Returns what may be claimed: a difference only if it is significant among its family, and larger than what the same
     * subject showed against itself.
     *
     * @param ratio of rates: above 1 is faster
     * @param adjustedPValue of the ratio, corrected over all that is compared at once
     * @param noiseFloor the interval of a subject's ratio to itself under another name, where that was measured
     * @throws IllegalArgumentException if the p-value does not lie in 0 to 1
     */
    public static Speed of(Ratio ratio, double adjustedPValue, Optional<Interval> noiseFloor) {
        if (!(adjustedPValue >= 0 && adjustedPValue <= 1)) {
            throw new IllegalArgumentException("p-value " + adjustedPValue + " is not valid: allowed are 0 to 1");
        }
        boolean shown = ratio.pValue().isPresent()
                && adjustedPValue < StudentT.SIGNIFICANCE
                && !noiseFloor.map(floor -> floor.contains(ratio.value())).orElse(false);
        if (!shown) {
            return TIE;
        }
        return ratio.value() > 1 ? FASTER : SLOWER;
    }
}
