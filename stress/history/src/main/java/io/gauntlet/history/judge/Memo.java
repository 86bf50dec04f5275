package io.gauntlet.history.judge;

/**
 * The configurations that are known to lead nowhere: a set of pairs of hashes, open addressing in one array.
 *
 * <p>Only hashes are kept ("hash compaction", Wolper and Leroy, 1993): of 64 bits for the calls linearized and of 64 bits
 * for the state. Two different configurations that agree in both would make one be passed over.
 */
final class Memo {

    private long[] pairs = new long[2 << 10];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    boolean contains(long first, long second) {
        int at = find(pairs, first, second);
        return pairs[at] != 0 || pairs[at + 1] != 0;
    }

    void add(long first, long second) {
        int at = find(pairs, first, second);
        if (pairs[at] != 0 || pairs[at + 1] != 0) {
            return;
        }
        pairs[at] = first;
        pairs[at + 1] = second;
        if (++count > pairs.length / 4) {
            grow();
        }
    }

    private void grow() {
        long[] larger = new long[pairs.length * 2];
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] != 0 || pairs[i + 1] != 0) {
                int at = find(larger, pairs[i], pairs[i + 1]);
                larger[at] = pairs[i];
                larger[at + 1] = pairs[i + 1];
            }
        }
        pairs = larger;
    }

    private static int find(long[] pairs, long first, long second) {
        int mask = pairs.length / 2 - 1;
        int at = (int) (first ^ second >>> 17) & mask;
        while ((pairs[2 * at] != first || pairs[2 * at + 1] != second)
                && (pairs[2 * at] != 0 || pairs[2 * at + 1] != 0)) {
            at = (at + 1) & mask;
        }
        return 2 * at;
    }

    long bytes() {
        return 8L * pairs.length;
    }
}
