package io.gauntlet.benchmarks.latency;

import io.gauntlet.benchmarks.fork.LatencyCell;
import io.gauntlet.benchmarks.fork.LatencyTiming;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.benchmarks.workload.WholeNumber;
import io.gauntlet.evidence.CallerThreads;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one measured JVM is asked, and how it is said on its command line.
 *
 * @param folder where its files go
 */
record LatencyRequest(LatencyCell cell, LatencyTiming timing, long seed, Path folder) {

    private static final String SUBJECT = "--subject";
    private static final String CALLERS = "--callers";
    private static final String THREADS = "--threads";
    private static final String READ_PERCENT = "--read-percent";
    private static final String SESSIONS = "--sessions";
    private static final String ROUND = "--round";
    private static final String WARM_UP_MILLIS = "--warm-up-millis";
    private static final String CAPACITY_MILLIS = "--capacity-millis";
    private static final String LOAD_MILLIS = "--load-millis";
    private static final String LOADS = "--loads";
    private static final String SEED = "--seed";
    private static final String OUT = "--out";

    private static final Set<String> OPTIONS = new TreeSet<>(Set.of(
            SUBJECT,
            CALLERS,
            THREADS,
            READ_PERCENT,
            SESSIONS,
            ROUND,
            WARM_UP_MILLIS,
            CAPACITY_MILLIS,
            LOAD_MILLIS,
            LOADS,
            SEED,
            OUT));

    private static final int MOST_CALLERS = 1_024;
    private static final int MOST_ROUNDS = 1_000;

    /** A window must stay shorter than the longest time that is told from longer ones. */
    private static final int MOST_MILLIS = 60_000;

    /** More than the capacity is a request too: it shows what a load looks like that cannot be kept. */
    private static final int MOST_LOAD_PERCENT = 1_000;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if an option is unknown, missing, given twice or not valid; the message names it and
     *     says what is allowed
     */
    static LatencyRequest parse(List<String> arguments) {
        Map<String, String> options = options(arguments);
        String subject = text(options, SUBJECT);
        int readPercent = number(options, READ_PERCENT, 0, 100);
        Subject.named(subject).requireSharableAt(readPercent, /* dedicatedWriters= */ 0);
        LatencyCell cell = new LatencyCell(
                subject,
                number(options, CALLERS, 1, MOST_CALLERS),
                threads(text(options, THREADS)),
                readPercent,
                number(options, SESSIONS, 1, Population.MAX_SESSIONS),
                number(options, ROUND, 1, MOST_ROUNDS));
        LatencyTiming timing = new LatencyTiming(
                number(options, WARM_UP_MILLIS, 1, MOST_MILLIS),
                number(options, CAPACITY_MILLIS, 1, MOST_MILLIS),
                number(options, LOAD_MILLIS, 1, MOST_MILLIS),
                loads(text(options, LOADS)));
        return new LatencyRequest(
                cell,
                timing,
                WholeNumber.parse(SEED, text(options, SEED), Long.MIN_VALUE, Long.MAX_VALUE),
                folder(text(options, OUT)));
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            String option = arguments.get(index);
            if (!OPTIONS.contains(option)) {
                throw new IllegalArgumentException(
                        "option '" + option + "' is unknown: allowed are " + String.join(", ", OPTIONS));
            }
            if (index + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " has no value");
            }
            if (options.put(option, arguments.get(index + 1)) != null) {
                throw new IllegalArgumentException(option + " is given twice: once is allowed");
            }
        }
        return options;
    }

    private static String text(Map<String, String> options, String option) {
        String value = options.get(option);
        if (value == null) {
            throw new IllegalArgumentException(
                    option + " is missing: every one of " + String.join(", ", OPTIONS) + " must be given");
        }
        return value;
    }

    private static int number(Map<String, String> options, String option, int min, int max) {
        return (int) WholeNumber.parse(option, text(options, option), min, max);
    }

    private static CallerThreads threads(String value) {
        CallerThreads threads = Arrays.stream(CallerThreads.values())
                .filter(known -> known.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(THREADS + " '" + value + "' is not valid: allowed are "
                        + Arrays.toString(CallerThreads.values())));
        CallerFactory.require(threads);
        return threads;
    }

    private static List<Integer> loads(String value) {
        List<Integer> loads = Arrays.stream(value.split(",", -1))
                .map(load -> (int) WholeNumber.parse(LOADS + " '" + value + "':", load, 1, MOST_LOAD_PERCENT))
                .toList();
        if (loads.stream().distinct().count() != loads.size()) {
            throw new IllegalArgumentException(LOADS + " '" + value + "' names a load twice: once is allowed");
        }
        return loads;
    }

    private static Path folder(String value) {
        try {
            Path folder = Path.of(value);
            if (!value.isBlank() && (Files.notExists(folder) || Files.isDirectory(folder))) {
                return folder;
            }
        } catch (InvalidPathException notAPath) {
            // Refused below, like a file.
        }
        throw new IllegalArgumentException(OUT + " '" + value + "' is not valid: allowed is a folder, or a new name");
    }

    /** Returns the command line that {@link #parse} reads as this request. */
    List<String> arguments() {
        return List.of(
                SUBJECT,
                cell.subject(),
                CALLERS,
                String.valueOf(cell.callers()),
                THREADS,
                cell.threads().name(),
                READ_PERCENT,
                String.valueOf(cell.readPercent()),
                SESSIONS,
                String.valueOf(cell.sessions()),
                ROUND,
                String.valueOf(cell.round()),
                WARM_UP_MILLIS,
                String.valueOf(timing.warmUpMillis()),
                CAPACITY_MILLIS,
                String.valueOf(timing.capacityMillis()),
                LOAD_MILLIS,
                String.valueOf(timing.loadMillis()),
                LOADS,
                timing.loadPercents().stream().map(String::valueOf).collect(Collectors.joining(",")),
                SEED,
                String.valueOf(seed),
                OUT,
                folder.toString());
    }
}
