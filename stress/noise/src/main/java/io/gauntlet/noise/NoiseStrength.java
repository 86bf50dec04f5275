package io.gauntlet.noise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a point is disturbed.
 *
 * @param onceIn one point in this many, on the average; 0 for never
 */
public record NoiseStrength(int onceIn) {

    /** No point is disturbed, and none is written. */
    public static final NoiseStrength OFF = new NoiseStrength(0);

    private static final int LARGEST = 1_000_000;
    private static final Pattern TEXT = Pattern.compile("1/([1-9][0-9]{0,6})");

    /** @throws IllegalArgumentException if the number is out of range */
    public NoiseStrength {
        if (onceIn < 0 || onceIn > LARGEST) {
            throw new IllegalArgumentException("one point in " + onceIn + " cannot be disturbed: allowed are 1 to "
                    + LARGEST + ", and 0 for none");
        }
    }

    /**
     * Reads a strength: 0 for no noise, or {@code 1/50} for one point in 50.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static NoiseStrength parse(String text) {
        if (text.equals("0")) {
            return OFF;
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > LARGEST) {
            throw new IllegalArgumentException("the strength of the noise, '" + text
                    + "', is not allowed: allowed are 0 for none, and 1/1 to 1/" + LARGEST
                    + " for one point in so many (-D" + NoiseSettings.STRENGTH + ")");
        }
        return new NoiseStrength(Integer.parseInt(matcher.group(1)));
    }

    /** Returns whether there is no noise. */
    public boolean isOff() {
        return onceIn == 0;
    }

    /**
     * Returns how many points there are up to the next that is disturbed, itself included: geometrically distributed where
     * {@code uniform} is uniform in [0, 1).
     */
    long pointsToNext(double uniform) {
        if (isOff()) {
            throw new IllegalStateException("without noise no point is ever disturbed");
        }
        // StrictMath, so that a seed decides the same on every processor.
        return onceIn == 1 ? 1 : 1 + (long) (StrictMath.log1p(-uniform) / StrictMath.log1p(-1.0 / onceIn));
    }

    @Override
    public String toString() {
        return isOff() ? "0" : "1/" + onceIn;
    }
}
