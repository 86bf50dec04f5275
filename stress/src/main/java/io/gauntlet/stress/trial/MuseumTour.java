package io.gauntlet.stress.trial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.Choice;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.museum.Exhibit;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every exhibit under every checker, so many times, each time with the next seed.
 *
 * <p>Where a checker must catch an exhibit and depends on chance, a tour whose planned tries all missed it makes {@link #another},
 * until one catches it, {@value #MOST_TRIES} in all at most. A checker that misses two times in five so misses all of them once
 * in 10 000 tours. How many tries it took is part of the evidence.
 *
 * <p>The first try leaves its evidence where that of the strategies lies, for a report to show what was seen, and so does each
 * one that is made in its stead; the others leave theirs beside.
 *
 * @param settings the exhibits, the checkers, the budget and the first seed
 * @param length which pairs of exhibit and checker are tried
 * @param tries how often each checker tries each exhibit
 */
public record MuseumTour(ProsecutionSettings settings, Length length, int tries) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_TRIES = 10;

    /** Which pairs are tried, chosen by {@code -Dgauntlet.museum.tour}. */
    public enum Length {
        /** Part of every build: those who must catch an exhibit, and the control group. */
        SHORT,
        /** Every exhibit under every checker. */
        WHOLE;

        /**
         * Reads a length from its lower-case name.
         *
         * @throws IllegalArgumentException if there is no such length; the message lists what is allowed
         */
        public static Length parse(String text) {
            return Choice.named(text, "tour of the museum", "gauntlet.museum.tour", Length::text, List.of(values()));
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean includes(Pair pair) {
            return this == WHOLE
                    || pair.checker() == Checker.SMOKE
                    || pair.subject().expectedUnder(pair.checker()) == Expectation.FAILS;
        }
    }

    /**
     * One checker on one exhibit: all its tries.
     *
     * @param subject the exhibit
     * @param checker the tool
     */
    public record Pair(Subject subject, Checker checker) {}

    /**
     * Reads length and tries from the properties {@code gauntlet.museum.tour}, short unless given, and {@code
     * gauntlet.museum.tries}, 1 unless given.
     *
     * @throws IllegalArgumentException if one is not allowed; the message names it and what is
     */
    public static MuseumTour read(ProsecutionSettings settings, Properties properties) {
        return new MuseumTour(
                settings,
                Length.parse(ProsecutionSettings.value(properties, "gauntlet.museum.tour", Length.SHORT.text())),
                tries(ProsecutionSettings.value(properties, "gauntlet.museum.tries", "1")));
    }

    private static int tries(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the number of tries, '" + text + "', is no whole number (-Dgauntlet.museum.tries)", e);
        }
    }

    /** @throws IllegalArgumentException if {@code tries} is not positive */
    public MuseumTour {
        if (tries < 1) {
            throw new IllegalArgumentException(
                    "the number of tries, " + tries + ", is not positive (-Dgauntlet.museum.tries)");
        }
    }

    /**
     * Returns what is to be checked, by exhibit and checker. A checker that this JDK cannot run is left out.
     *
     * @throws IllegalArgumentException if nothing but exhibits is selected, and no checker is to try any of them
     */
    public Map<Pair, List<TrialArguments>> plan() {
        Map<Pair, List<TrialArguments>> plan = checksByPair();
        if (plan.isEmpty() && settings.subjects().stream().allMatch(Subject::isKnownBad)) {
            throw new IllegalArgumentException("nothing would run: the " + length + " tour tries none of "
                    + settings.subjects() + " under any of " + settings.checkers()
                    + " on this JDK: select other checkers, or add -Dgauntlet.museum.tour=whole");
        }
        return plan;
    }

    private Map<Pair, List<TrialArguments>> checksByPair() {
        return checkers()
                .flatMap(checker -> settings.subjects().stream()
                        .filter(Subject::isKnownBad)
                        .map(subject -> new Pair(subject, checker)))
                .filter(length::includes)
                .flatMap(pair -> IntStream.range(0, tries).mapToObj(attempt -> check(pair, attempt)))
                .collect(groupingBy(check -> new Pair(check.subject(), check.checker()), LinkedHashMap::new, toList()));
    }

    private TrialArguments check(Pair pair, int attempt) {
        Path folder = settings.evidenceFolder();
        return new TrialArguments(
                pair.subject(),
                pair.checker(),
                settings.budget(),
                settings.seed() + attempt,
                attempt == 0 || attempt >= tries
                        ? folder
                        : folder.resolveSibling("museum")
                                .resolve("try-" + (attempt + 1))
                                .resolve("evidence"));
    }

    /**
     * Returns one more try of a checker on an exhibit that it must catch, and by chance has not caught so far; nothing where it
     * has, where chance has no part in it, where a try did not run, or where there were enough tries.
     *
     * @param made the evidence of every try that was made
     */
    public Optional<TrialArguments> another(Pair pair, List<CheckEvidence> made) {
        CheckerResult result = result(pair, made);
        boolean missedByChance = result.expectation() == Expectation.FAILS
                && pair.checker().dependsOnChance()
                && result.caught() + result.notRun() == 0;
        return missedByChance && result.tries() >= tries && result.tries() < MOST_TRIES
                ? Optional.of(check(pair, result.tries()))
                : Optional.empty();
    }

    /** Returns what became of all the tries of one checker on one exhibit that were made. */
    public static CheckerResult result(Pair pair, List<CheckEvidence> made) {
        List<CheckEvidence> catches =
                made.stream().filter(check -> check.verdict() == Verdict.FAILED).toList();
        return new CheckerResult(
                pair.checker(),
                pair.subject().expectedUnder(pair.checker()),
                made.size(),
                catches.size(),
                (int) made.stream()
                        .filter(check -> check.verdict() == Verdict.NOT_RUN)
                        .count(),
                median(catches),
                made.stream()
                        .map(CheckEvidence::reason)
                        .filter(reason -> !reason.isEmpty())
                        .reduce("", (earlier, later) -> later));
    }

    private static @Nullable Double median(List<CheckEvidence> catches) {
        if (catches.isEmpty()) {
            return null;
        }
        double[] sorted =
                catches.stream().mapToDouble(CheckEvidence::seconds).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns what became of the tour so far, or nothing if no try has ended.
     *
     * @param made the evidence of every try that ended
     * @param nanos how long the tour has taken
     */
    public Optional<MuseumEvidence> evidence(Collection<CheckEvidence> made, long nanos) {
        List<ExhibitResult> exhibits = settings.subjects().stream()
                .flatMap(subject -> subject.exhibit().stream())
                .map(exhibit -> result(exhibit, made))
                .toList();
        boolean complete = plan().entrySet().stream()
                .allMatch(pair ->
                        made(pair.getKey(), made).size() >= pair.getValue().size());
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new MuseumEvidence(
                        settings.budget().text(),
                        settings.seed(),
                        complete,
                        nanos / NANOS_PER_SECOND,
                        exhibits,
                        Provenance.collect(CoordinatorStrategy.class)));
    }

    private ExhibitResult result(Exhibit exhibit, Collection<CheckEvidence> made) {
        List<CheckerResult> trials = checkers()
                .map(checker -> new Pair(Subject.named(exhibit.name()), checker))
                .map(pair -> result(pair, made(pair, made)))
                .toList();
        return new ExhibitResult(
                exhibit.name(), exhibit.happenedIn(), exhibit.links(), exhibit.whatWentWrong(), trials);
    }

    private static List<CheckEvidence> made(Pair pair, Collection<CheckEvidence> all) {
        return all.stream()
                .filter(check -> check.checker() == pair.checker()
                        && check.subject().equals(pair.subject().name()))
                .toList();
    }

    private Stream<Checker> checkers() {
        return settings.checkers().stream().filter(checker -> Runtime.version().feature() >= checker.minimumJdk());
    }
}
