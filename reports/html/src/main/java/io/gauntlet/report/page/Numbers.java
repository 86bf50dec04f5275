package io.gauntlet.report.page;

import io.gauntlet.evidence.MeasurementEvidence.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: three significant digits, a unit, the same on every machine. */
public final class Numbers {

    private static final String THIN = "\u202f";
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final double SMALL = 0.1;
    private static final double A_HUNDREDTH = 0.01;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Numbers() {}

    /** Returns a rate with its unit's prefix: 12.3 M for 12 345 678. */
    public static String rate(double perSecond) {
        int prefix = prefix(perSecond);
        BigDecimal value = threeDigits(scaled(perSecond, prefix));
        return (prefix == 0 ? value.stripTrailingZeros() : value).toPlainString() + unit(prefix);
    }

    /** Returns a round rate without needless digits: 2 M for 2 000 000. */
    static String round(double perSecond) {
        int prefix = prefix(perSecond);
        return scaled(perSecond, prefix).stripTrailingZeros().toPlainString() + unit(prefix);
    }

    /** Returns a rate with its interval: 12.3 M [11.9, 12.8]. */
    public static String rate(Interval interval) {
        return rate(interval.estimate()) + " [" + rate(interval.low()) + ", " + rate(interval.high()) + "]";
    }

    /** Returns a ratio: 3.20 for 3.2, and 0.0041 for 0.00414. */
    public static String ratio(double ratio) {
        BigDecimal value = BigDecimal.valueOf(ratio);
        return (ratio > 0 && ratio < SMALL ? value.round(TWO_DIGITS) : threeDigits(value)).toPlainString();
    }

    /** Returns the ends of an interval of ratios. */
    public static String ends(Interval ratio) {
        return "[" + ratio(ratio.low()) + ", " + ratio(ratio.high()) + "]";
    }

    /** Returns a whole number in groups of three digits. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(",", THIN);
    }

    /** Returns a duration: 12.3 s, or 5 min 1 s; less than a hundredth of a second in milliseconds. */
    public static String duration(double seconds) {
        if (0 < seconds && seconds < A_HUNDREDTH) {
            return threeDigits(BigDecimal.valueOf(seconds * 1000)).toPlainString() + THIN + "ms";
        }
        if (seconds < 60) {
            return threeDigits(BigDecimal.valueOf(seconds)).toPlainString() + THIN + "s";
        }
        long whole = Math.round(seconds);
        return count(whole / 60) + THIN + "min " + whole % 60 + THIN + "s";
    }

    /** Returns a number and its noun: 1 check, 2 checks. */
    public static String of(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static BigDecimal threeDigits(BigDecimal value) {
        int decimals = Math.max(0, Math.min(2, 3 - (value.precision() - value.scale())));
        return value.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static int prefix(double perSecond) {
        int prefix = 0;
        while (scaled(perSecond, prefix).compareTo(THOUSAND) >= 0 && prefix < PREFIXES.length - 1) {
            prefix++;
        }
        return prefix;
    }

    private static BigDecimal scaled(double perSecond, int prefix) {
        return BigDecimal.valueOf(perSecond).round(THREE_DIGITS).movePointLeft(3 * prefix);
    }

    private static String unit(int prefix) {
        return prefix == 0 ? "" : THIN + PREFIXES[prefix];
    }
}
