package io.gauntlet.stress.trial;

import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the JVM of one check is told on its command line.
 *
 * @param subject what is on trial
 * @param checker the tool
 * @param budget how much effort to spend
 * @param seed of everything that is random
 * @param evidenceFolder where the evidence file goes
 */
public record TrialArguments(Subject subject, Checker checker, ProofBudget budget, long seed, Path evidenceFolder) {

    /**
     * Reads what {@link #toCommandLine} wrote.
     *
     * @throws IllegalArgumentException if a value is not allowed; the message names it and what is
     */
    public static TrialArguments parse(String[] arguments) {
        if (arguments.length != 5) {
            throw new IllegalArgumentException(
                    "5 arguments are needed - subject, checker, budget, seed, evidence folder - not " + arguments.length
                            + ": " + String.join(" ", arguments));
        }
        return new TrialArguments(
                Subject.named(arguments[0]),
                ProsecutionSettings.checker(arguments[1]),
                ProofBudget.parse(arguments[2]),
                ProsecutionSettings.seed(arguments[3]),
                Path.of(arguments[4]));
    }

    /** Returns these arguments as words of a command line. */
    public List<String> toCommandLine() {
        return Arrays.asList(
                subject.name(), checker.name(), budget.text(), Long.toString(seed), evidenceFolder.toString());
    }

    /** Returns the command that a person types to repeat this check from a checkout. */
    public String replay() {
        return "mvn verify -pl stress -am -Dgauntlet.subjects=" + subject.name() + " -Dgauntlet.checkers=" + checker
                + " -Dgauntlet.proof.budget=" + budget.text() + " -Dgauntlet.seed=" + seed
                + (subject.isKnownBad() ? " -Dgauntlet.museum.tour=whole" : "");
    }
}
