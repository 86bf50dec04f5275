package io.gauntlet.stress.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.Choice;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a person asked to have proven, by system properties:
 *
 * <ul>
 *   <li>{@code gauntlet.proof.budget}: quick or deep;
 *   <li>{@code gauntlet.strategies}: all, or names separated by commas. All known-bad code is tried too;
 *   <li>{@code gauntlet.subjects}: names of strategies and known-bad code separated by commas: these and no others;
 *   <li>{@code gauntlet.checkers}: all, or names separated by commas;
 *   <li>{@code gauntlet.seed}: a whole number;
 *   <li>{@code gauntlet.evidence.folder}: where the evidence goes.
 * </ul>
 *
 * An empty value is as good as none. Every value is checked before anything runs.
 *
 * @param subjects what is on trial
 * @param checkers the tools
 * @param budget how much effort each tool spends
 * @param seed of everything that is random
 * @param evidenceFolder where the evidence goes
 */
public record ProsecutionSettings(
        List<Subject> subjects, List<Checker> checkers, ProofBudget budget, long seed, Path evidenceFolder) {

    private static final String ALL = "all";
    private static final String DEFAULT_SEED = "20261124";

    public ProsecutionSettings {
        subjects = List.copyOf(subjects);
        checkers = List.copyOf(checkers);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a value is not allowed; the message names it and what is
     */
    public static ProsecutionSettings read(Properties properties) {
        return new ProsecutionSettings(
                subjects(value(properties, "gauntlet.subjects", ""), value(properties, "gauntlet.strategies", ALL)),
                checkers(value(properties, "gauntlet.checkers", ALL)),
                ProofBudget.parse(value(properties, "gauntlet.proof.budget", ProofBudget.QUICK.text())),
                seed(value(properties, "gauntlet.seed", DEFAULT_SEED)),
                Path.of(value(properties, "gauntlet.evidence.folder", "target/evidence"))
                        .toAbsolutePath());
    }

    static String value(Properties properties, String key, String otherwise) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static List<Subject> subjects(String subjects, String strategies) {
        if (!subjects.isEmpty()) {
            return words(subjects).map(Subject::named).distinct().toList();
        }
        Stream<Subject> selected =
                CoordinatorStrategy.parse(strategies).stream().map(strategy -> Subject.named(strategy.name()));
        return Stream.concat(selected, Subject.knownBad().stream()).toList();
    }

    private static List<Checker> checkers(String selection) {
        return selection.equals(ALL)
                ? List.of(Checker.values())
                : words(selection).map(ProsecutionSettings::checker).distinct().toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(",", /* limit= */ -1)).map(String::strip);
    }

    static Checker checker(String name) {
        return Choice.named(name, "checker", "gauntlet.checkers", Checker::name, List.of(Checker.values()));
    }

    static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the seed '" + text + "' is no whole number that a long can hold (-Dgauntlet.seed)", e);
        }
    }
}
