package io.gauntlet.history.judge;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Sorts the numbers of calls by time, then by number. */
final class TimeOrder {

    private TimeOrder() {}

    /** @param count how many of the times, from the first, to sort */
    static int[] of(long[] times, int[] numbers, int count) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int most = 0;
        for (int i = 0; i < count; i++) {
            first = Math.min(first, times[numbers[i]]);
            last = Math.max(last, times[numbers[i]]);
            most = Math.max(most, numbers[i]);
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        long span = last - first;
        if (count == 0 || (span >= 0 && span < Long.MAX_VALUE >>> bits)) {
            return packed(times, numbers, count, first, bits);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> numbers[i])
                .sorted(Comparator.<Integer>comparingLong(number -> times[number])
                        .thenComparing(number -> number))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Time in the upper bits, number in the lower: one sort of primitives. */
    private static int[] packed(long[] times, int[] numbers, int count, long first, int bits) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = ((times[numbers[i]] - first) << bits) | numbers[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[count];
        long mask = (1L << bits) - 1;
        for (int i = 0; i < count; i++) {
            sorted[i] = (int) (keys[i] & mask);
        }
        return sorted;
    }
}
