package io.gauntlet.report.page;

import io.gauntlet.evidence.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: three significant digits, a unit, the same on every machine. */
public final class Numbers {

    private static final String THIN = "\u202f";
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};
    private static final String MINUS = "\u2212";
    private static final double A_THOUSANDTH = 0.001;
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

    /** Returns the ends of an interval of rates: [11.9 M, 12.8 M]. */
    public static String rateEnds(Interval rate) {
        return "[" + rate(rate.low()) + ", " + rate(rate.high()) + "]";
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

    /** Returns a time of three digits in the unit that suits it: 41.2 ns, 12.3 µs, 4.20 ms, 1.20 s. */
    public static String time(double nanos) {
        return threeDigits(nanos, TIMES, /* needless= */ true);
    }

    /** Returns a round time without needless digits: 1 ms. */
    static String roundTime(double nanos) {
        return threeDigits(nanos, TIMES, /* needless= */ false);
    }

    /** Returns a number of bytes, whole ones from 10 on: 24 B, 0.5 B. */
    public static String bytes(double bytes) {
        return BigDecimal.valueOf(bytes)
                        .setScale(bytes < 10 ? 1 : 0, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + THIN + "B";
    }

    /** Returns a p-value: 0.032, and &lt; 0.001 for what is smaller. */
    public static String probability(double p) {
        return p < A_THOUSANDTH ? "< 0.001" : fixed(p, 3);
    }

    /** Returns a share of 1 in percent: 12 % for 0.123. */
    public static String percent(double share) {
        return fixed(100 * share, 0) + THIN + "%";
    }

    /** Returns an exponent, or an index from 0 to 1, with two decimals: -0.02. */
    public static String decimal(double number) {
        String text = fixed(number, 2);
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
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

    private static String threeDigits(double value, String[] units, boolean needless) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
        int unit = 0;
        while (rounded.compareTo(THOUSAND) >= 0 && unit < units.length - 1) {
            rounded = rounded.movePointLeft(3);
            unit++;
        }
        BigDecimal shown = needless ? threeDigits(rounded) : rounded.stripTrailingZeros();
        return shown.toPlainString() + THIN + units[unit];
    }

    private static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
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
