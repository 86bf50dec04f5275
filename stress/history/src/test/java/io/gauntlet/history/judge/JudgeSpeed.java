package io.gauntlet.history.judge;

import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.RandomOperations;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Prints how fast the judge is, and how that grows: histories of a correct coordinator, made in memory, that differ in how
 * many callers and operations there are.
 *
 * <p>Arguments: how much of the time between their caller's operations the calls fill (0 to 1, 0.1 if not given), and how
 * many rounds to do (3), of which the one with the least time counts. Times are those of the judge's thread on a processor:
 * reading the history, searching, and the replayer's confirmation. {@code steps} are changes tried for each operation, {@code
 * open} how many calls are running on average, {@code MB} the most heap that was in use at once, the history and what waits to be
 * collected included (the sum of the peaks of all pools).
 */
public final class JudgeSpeed {

    private static final int[] CALLERS = {8, 32, 128, 256};
    private static final int[] OPERATIONS = {10_000, 100_000, 1_000_000};
    private static final int SESSIONS = 8;
    private static final Limits LIMITS = new Limits(5, 4, 40);
    private static final long SEED = Long.getLong("gauntlet.seed", 20261124L);

    /** Which operations are asked. */
    enum Mix {
        /** All kinds alike, a third of them refused. */
        ALL_KINDS,
        /** Nine reads in ten. */
        MOST_READ;

        Supplier<Operation> operations(long seed) {
            RandomOperations all = new RandomOperations(seed, SESSIONS);
            SplittableRandom random = new SplittableRandom(seed);
            return () -> {
                boolean read = this == MOST_READ && random.nextInt(10) != 0;
                Operation operation = all.next();
                while (this == MOST_READ && read != isRead(operation)) {
                    operation = all.next();
                }
                return operation;
            };
        }

        private static boolean isRead(Operation operation) {
            return operation instanceof Operation.GetSession
                    || operation instanceof Operation.ActiveSessionId
                    || operation instanceof Operation.ListSessions
                    || operation instanceof Operation.GetWaitingSessions
                    || operation instanceof Operation.Snapshot
                    || operation instanceof Operation.DroppedStateChanges;
        }
    }

    /** One line of the table; seconds. */
    private record Row(
            Mix mix,
            int callers,
            int operations,
            double open,
            Search.Result result,
            double read,
            double search,
            double replay,
            double steps,
            long peakMegabytes) {

        double seconds() {
            return read + search + replay;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %7d %10d %6.1f %-10s %7.3f %8.3f %8.3f %8.3f %9.0f %7.3f %5d",
                    mix,
                    callers,
                    operations,
                    open,
                    result,
                    read,
                    search,
                    replay,
                    seconds(),
                    operations / seconds(),
                    steps,
                    peakMegabytes);
        }
    }

    private JudgeSpeed() {}

    public static void main(String[] args) {
        double stretch = args.length > 0 ? Double.parseDouble(args[0]) : 0.1;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        System.out.println("seed " + SEED + ", calls fill " + stretch + " of their caller's time, best of " + rounds);
        System.out.println(
                "mix        callers operations   open result        read   search   replay    total     ops/s   steps    MB");
        for (Mix mix : Mix.values()) {
            List<Row> rows = new ArrayList<>();
            measure(mix, 128, 100_000, stretch); // warms up
            for (int operations : OPERATIONS) {
                for (int callers : CALLERS) {
                    Row best = null;
                    for (int round = 0; round < rounds; round++) {
                        Row row = measure(mix, callers, operations, stretch);
                        best = best == null || row.seconds() < best.seconds() ? row : best;
                    }
                    rows.add(best);
                    System.out.println(best);
                }
            }
            printExponents(mix, rows);
        }
    }

    private static Row measure(Mix mix, int callers, int operations, double stretch) {
        History history = OverlappingRun.of(mix.operations(SEED), LIMITS, callers, operations, stretch, SEED);
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = ProcessorTime.nanos();
        Search search = new Search(history, JudgeLimits.defaults());
        long read = ProcessorTime.nanos();
        Search.Result result = search.run();
        long searched = ProcessorTime.nanos();
        if (result == Search.Result.FOUND) {
            Replayer.objection(history, search.order()).ifPresent(objection -> {
                throw new IllegalStateException(objection);
            });
        }
        long replayed = ProcessorTime.nanos();
        return new Row(
                mix,
                callers,
                operations,
                open(history.calls()),
                result,
                (read - begin) / 1e9,
                (searched - read) / 1e9,
                (replayed - searched) / 1e9,
                search.steps() / (double) operations,
                heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static double open(List<Call> calls) {
        long running = 0;
        long last = 0;
        for (Call call : calls) {
            running += call.returnedNanos() - call.invokedNanos();
            last = Math.max(last, call.returnedNanos());
        }
        return running / (double) last;
    }

    /** The time grows as operations or callers to the power of these, by least squares over the logarithms. */
    private static void printExponents(Mix mix, List<Row> rows) {
        int most = Arrays.stream(OPERATIONS).max().orElseThrow();
        List<Row> byOperations = rows.stream().filter(row -> row.callers == 128).toList();
        List<Row> byCallers = rows.stream()
                .filter(row -> row.operations == most)
                .sorted(Comparator.comparingInt(Row::callers))
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%s: seconds grow as operations^%.2f (128 callers) and as callers^%.2f (%d operations)%n",
                mix,
                slope(byOperations, true),
                slope(byCallers, false),
                most);
    }

    private static double slope(List<Row> rows, boolean byOperations) {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (Row row : rows) {
            double x = Math.log(byOperations ? row.operations : row.callers);
            double y = Math.log(row.seconds());
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        int n = rows.size();
        return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
    }
}
