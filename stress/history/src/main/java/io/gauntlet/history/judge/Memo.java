package io.gauntlet.history.judge;

/**
 * The configurations that are known to lead nowhere: a set of pairs of hashes, open addressing in one array.
 *
 * <p>Only hashes are kept ("hash compaction", Wolper and Leroy, 1993): of 64 bits for the calls linearized and of 64 bits
 * for the state. Two different configurations that agree in both would make one be passed over.
 */
final class Memo {

    private static final int BYTES_OF_LONG = 8;

    private final long maxBytes;
    private long[] pairs = new long[2 << 10];
    private int count;
    private int mostCalls;

    /** @param maxBytes how large it may get, what it takes while it grows included */
    Memo(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns false where no configuration here has so many calls linearized, so that none need be looked for. */
    boolean mayContain(int calls) {
        return calls <= mostCalls && count > 0;
    }

    boolean contains(long first, long second) {
        int at = find(pairs, first, second);
        return pairs[at] != 0 || pairs[at + 1] != 0;
    }

    /**
     * Adds a configuration, with so many calls linearized.
     *
     * @return whether there was room for it
     */
    boolean add(long first, long second, int calls) {
        int at = find(pairs, first, second);
        if (pairs[at] != 0 || pairs[at + 1] != 0) {
            return true;
        }
        if (count >= pairs.length / 4 && !grow()) {
            return false;
        }
        at = find(pairs, first, second);
        pairs[at] = first;
        pairs[at + 1] = second;
        count++;
        mostCalls = Math.max(mostCalls, calls);
        return true;
    }

    private boolean grow() {
        if (3L * pairs.length * BYTES_OF_LONG > maxBytes || pairs.length > Integer.MAX_VALUE / 2) {
            return false;
        }
        long[] larger = new long[pairs.length * 2];
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] != 0 || pairs[i + 1] != 0) {
                int at = find(larger, pairs[i], pairs[i + 1]);
                larger[at] = pairs[i];
                larger[at + 1] = pairs[i + 1];
            }
        }
        pairs = larger;
        return true;
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
}
