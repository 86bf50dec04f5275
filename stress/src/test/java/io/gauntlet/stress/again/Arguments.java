package io.gauntlet.stress.again;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a user asks for.
 *
 * @param times how often each kind is repeated under each condition
 * @param conditions what the machine is to be like, each once
 * @param kinds what is repeated, each once
 * @param modules whose unit tests are repeated; empty for all
 * @param tests a pattern as of {@code -Dtest}; absent for all
 * @param jdk 17, or 25 from the toolchain
 * @param seed of the first repetition; each further one has the next
 * @param limit how long a repetition may take; absent for what its kind is given
 * @param maven handed to Maven as they are
 */
record Arguments(
        int times,
        List<Condition> conditions,
        List<Kind> kinds,
        List<String> modules,
        Optional<String> tests,
        int jdk,
        long seed,
        Optional<Duration> limit,
        List<String> maven) {

    static final String HELP = """
            .ci/again repeats the tests and checks, and prints which of them were red how often.

              --times N       how often, under each condition (20)
              --under LIST    of calm, loaded (4 busy threads beside), one-core (taskset -c 0) (calm,loaded)
              --what LIST     of units (surefire), checks (failsafe: the proofs, the short tour of the museum)
                              (units,checks; units with --modules or --tests)
              --modules LIST  the units of these modules only, for example stress/noise,coordinator
              --tests PATTERN these tests only, as of -Dtest, for example WatchdogTest or 'io.gauntlet.noise.*Test'
              --jdk N         17: the JDK that Maven runs on; 25: the toolchain of -Pjdk25 (17)
              --seed BASE     of the first repetition; the next has BASE + 1 (20261124)
              --limit MINUTES for one repetition (units 30, checks 90)
              --help          this text
              -- WORDS        the rest is handed to Maven, for example -Dgauntlet.checkers=FAULTS

            It keeps the table in target/again/result.md, and beside it the log and the reports of each red repetition.
            Exit status: 0 none was red, 1 something was, 2 something could not run, 130 interrupted.
            """;

    private static final long DEFAULT_SEED = 20261124;
    /** The build refuses a seed of more than 18 digits. */
    private static final long LARGEST_SEED = 999_999_999_999_999_999L;

    private static final int MOST_TIMES = 100_000;
    private static final int MOST_MINUTES = 24 * 60;

    Arguments {
        conditions = List.copyOf(conditions);
        kinds = List.copyOf(kinds);
        modules = List.copyOf(modules);
        maven = List.copyOf(maven);
    }

    /**
     * Reads a command line.
     *
     * @param knownModules that may be named
     * @throws BadArgument for a word that means nothing
     */
    static Arguments parse(List<String> words, Collection<String> knownModules) {
        int times = 20;
        List<Condition> conditions = List.of(Condition.CALM, Condition.LOADED);
        List<Kind> kinds = List.of();
        List<String> modules = List.of();
        Optional<String> tests = Optional.empty();
        int jdk = 17;
        long seed = DEFAULT_SEED;
        Optional<Duration> limit = Optional.empty();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String option = left.pop();
            switch (option) {
                case "--times" -> times = (int) number(option, left, 1, MOST_TIMES);
                case "--under" -> conditions = list(option, left, List.of(Condition.values()));
                case "--what" -> kinds = list(option, left, List.of(Kind.values()));
                case "--modules" -> modules = list(option, left, knownModules);
                case "--tests" -> tests = Optional.of(value(option, left));
                case "--jdk" -> jdk = one(option, value(option, left), List.of(17, 25));
                case "--seed" -> seed = number(option, left, -LARGEST_SEED, LARGEST_SEED - MOST_TIMES);
                case "--limit" -> limit = Optional.of(Duration.ofMinutes(number(option, left, 1, MOST_MINUTES)));
                case "--" -> {
                    return checked(times, conditions, kinds, modules, tests, jdk, seed, limit, List.copyOf(left));
                }
                default -> throw new BadArgument("'" + option + "' is no option: .ci/again --help lists them.");
            }
        }
        return checked(times, conditions, kinds, modules, tests, jdk, seed, limit, List.of());
    }

    private static Arguments checked(
            int times,
            List<Condition> conditions,
            List<Kind> named,
            List<String> modules,
            Optional<String> tests,
            int jdk,
            long seed,
            Optional<Duration> limit,
            List<String> maven) {
        boolean narrowed = tests.isPresent() || !modules.isEmpty();
        List<Kind> byDefault = narrowed ? List.of(Kind.UNITS) : List.of(Kind.values());
        List<Kind> kinds = named.isEmpty() ? byDefault : named;
        if (tests.isPresent() && kinds.size() > 1) {
            throw new BadArgument("--tests needs one kind of test: name it, --what units or --what checks.");
        }
        if (!modules.isEmpty() && !kinds.contains(Kind.UNITS)) {
            throw new BadArgument("--modules chooses among the units, and --what leaves them out.");
        }
        return new Arguments(times, conditions, kinds, modules, tests, jdk, seed, limit, maven);
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty() || left.peek().isBlank() || left.peek().startsWith("--")) {
            throw new BadArgument(option + " needs a value: .ci/again --help says which.");
        }
        return left.pop();
    }

    private static long number(String option, Deque<String> left, long least, long most) {
        String value = value(option, left);
        return parsed(value)
                .filter(number -> number >= least && number <= most)
                .orElseThrow(() -> new BadArgument(option, value, "whole numbers from " + least + " to " + most));
    }

    private static Optional<Long> parsed(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static <T> List<T> list(String option, Deque<String> left, Collection<T> allowed) {
        return Arrays.stream(value(option, left).split(",", -1))
                .map(word -> one(option, word.strip(), allowed))
                .distinct()
                .toList();
    }

    private static <T> T one(String option, String word, Collection<T> allowed) {
        return allowed.stream()
                .filter(value -> value.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadArgument(
                        option, word, allowed.stream().map(Object::toString).collect(Collectors.joining(", "))));
    }
}
