package io.gauntlet.benchmarks.fork;

import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.evidence.RegimeResult.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file in which a fork tells its parent what each caller got, and what all of them counted in each iteration: JMH only
 * passes on sums over callers and rates by the time of each.
 *
 * <p>Text: a line that says how many callers follow; one line for each of them in their order (role, reads, writes, longest
 * read and longest write in nanoseconds, separated by spaces); a line that says how many iterations follow; one line for each
 * of them in their order (reads, writes, effective reads, effective writes, nanoseconds of the window); one for the compiler
 * (milliseconds of warm-up, milliseconds compiled since, whether it went first, and in any words why it was not idle); one for what became of what they wrote down (verdict, windows,
 * calls, overlapping calls, calls a second, nanoseconds of recording, and in any words why there is no better verdict); and
 * one that says {@code end}.
 */
public final class CallerLedger {

    private static final String PROPERTY = "gauntlet.fork.ledger";
    private static final String HEAD = "callers ";
    private static final String ITERATIONS = "iterations ";
    private static final String WARMED_UP = "warmed-up";
    private static final String HISTORY = "history";
    private static final String END = "end";
    private static final int WORDS_OF_A_CALLER = 5;
    private static final int WORDS_OF_AN_ITERATION = 5;
    private static final int WORDS_OF_A_WARM_UP = 5;
    private static final int WORDS_OF_A_HISTORY = 8;

    private CallerLedger() {}

    /**
     * What a fork tells.
     *
     * @param callers what each got in all measured iterations
     * @param iterations those that were measured, in order
     */
    public record Entries(
            List<CallerTotal> callers, List<Counts> iterations, WarmedUp warmedUp, JudgedHistory history) {

        public Entries {
            callers = List.copyOf(callers);
            iterations = List.copyOf(iterations);
        }
    }

    /** Returns the file that the parent of this JVM asks for; empty where it asks for none. */
    public static Optional<Path> asked() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    }

    /** Returns the argument by which a JVM is asked for {@code file}. */
    static String argument(Path file) {
        return "-D" + PROPERTY + "=" + file;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws UncheckedIOException if that failed
     */
    public static void write(Path file, Entries entries) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD + entries.callers().size());
        for (CallerTotal caller : entries.callers()) {
            lines.add(caller.role() + " " + caller.reads() + " " + caller.writes() + " " + caller.longestReadNanos()
                    + " " + caller.longestWriteNanos());
        }
        lines.add(ITERATIONS + entries.iterations().size());
        for (Counts iteration : entries.iterations()) {
            lines.add(iteration.reads() + " " + iteration.writes() + " " + iteration.effectiveReads() + " "
                    + iteration.effectiveWrites() + " " + iteration.windowNanos());
        }
        WarmedUp warmedUp = entries.warmedUp();
        lines.add(WARMED_UP + " " + warmedUp.warmUpMillis() + " " + warmedUp.compiledMillis() + " "
                + warmedUp.compilerFirst() + " " + warmedUp.whyNotIdle().replaceAll("\\R", " "));
        JudgedHistory history = entries.history();
        lines.add(String.join(
                " ",
                HISTORY,
                history.verdict().name(),
                String.valueOf(history.windows()),
                String.valueOf(history.calls()),
                String.valueOf(history.overlappingCalls()),
                String.valueOf(history.callsPerSecond()),
                String.valueOf(history.recordingNanos()),
                history.why().replaceAll("\\R", " ")));
        lines.add(END);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(beside, lines, StandardCharsets.UTF_8);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("the ledger of the callers '" + file + "' was not written", failed);
        }
    }

    /**
     * Reads the file.
     *
     * @throws MeasurementException if it is missing or damaged; the message names it and what is wrong
     */
    static Entries read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new MeasurementException(
                    "the ledger of the callers '" + file + "' cannot be read: the fork left none, or no text",
                    unreadable);
        }
        try {
            return parse(lines);
        } catch (IllegalArgumentException damaged) {
            throw new MeasurementException(
                    "the ledger of the callers '" + file + "' is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static Entries parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
            throw new IllegalArgumentException("it does not close with '" + END + "'");
        }
        Iterator<String> rest = lines.iterator();
        List<CallerTotal> callers = listed(HEAD, CallerLedger::caller, rest);
        List<Counts> iterations = listed(ITERATIONS, CallerLedger::iteration, rest);
        Entries entries = new Entries(callers, iterations, warmedUp(next(rest)), history(next(rest)));
        if (!next(rest).equals(END)) {
            throw new IllegalArgumentException("it goes on where it should say '" + END + "'");
        }
        return entries;
    }

    private static String next(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("it has too few lines");
        }
        return rest.next();
    }

    private static <T> List<T> listed(String head, Function<String, T> parser, Iterator<String> rest) {
        String line = next(rest);
        if (!line.startsWith(head)) {
            throw new IllegalArgumentException("'" + line + "' does not say how many " + head + "follow");
        }
        long count = count(line.substring(head.length()));
        List<T> listed = new ArrayList<>();
        while (listed.size() < count) {
            listed.add(parser.apply(next(rest)));
        }
        return listed;
    }

    private static Counts iteration(String line) {
        String[] words = words(line, WORDS_OF_AN_ITERATION);
        return new Counts(count(words[0]), count(words[1]), count(words[2]), count(words[3]), count(words[4]));
    }

    private static WarmedUp warmedUp(String line) {
        String[] words = line.split(" ", WORDS_OF_A_WARM_UP);
        if (words.length != WORDS_OF_A_WARM_UP || !words[0].equals(WARMED_UP)) {
            throw new IllegalArgumentException("'" + line + "' says nothing of a warm-up");
        }
        return new WarmedUp(count(words[1]), count(words[2]), Boolean.parseBoolean(words[3]), words[4]);
    }

    private static JudgedHistory history(String line) {
        String[] words = line.split(" ", WORDS_OF_A_HISTORY);
        if (words.length != WORDS_OF_A_HISTORY || !words[0].equals(HISTORY)) {
            throw new IllegalArgumentException("'" + line + "' says nothing of a history");
        }
        return new JudgedHistory(
                JudgedHistory.Verdict.valueOf(words[1]),
                words[7],
                Math.toIntExact(count(words[2])),
                count(words[3]),
                count(words[4]),
                Double.parseDouble(words[5]),
                count(words[6]));
    }

    private static CallerTotal caller(String line) {
        String[] words = words(line, WORDS_OF_A_CALLER);
        return new CallerTotal(
                Role.valueOf(words[0]), count(words[1]), count(words[2]), count(words[3]), count(words[4]));
    }

    private static String[] words(String line, int expected) {
        String[] words = line.split(" ", -1);
        if (words.length != expected) {
            throw new IllegalArgumentException("'" + line + "' has " + words.length + " words and not " + expected);
        }
        return words;
    }

    private static long count(String word) {
        long count = Long.parseLong(word);
        if (count < 0) {
            throw new IllegalArgumentException("'" + word + "' is less than 0");
        }
        return count;
    }
}
