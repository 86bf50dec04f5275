package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.operation.Operation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * A broken promise as one caller met it.
 *
 * @param reason one line
 * @param details everything known about it
 */
public record Violation(String reason, String details) {

    /** An answer with something wrong in it. */
    public static Violation wrongAnswer(String caller, int step, Operation asked, String answer, List<String> wrong) {
        return new Violation(
                asked.getClass().getSimpleName() + ": " + wrong.get(0),
                caller + ", step " + step + ", asked " + asked + "\nwas answered " + answer + "\nwhich is wrong:\n"
                        + String.join("\n", wrong));
    }

    /** Something thrown that the contract does not know. */
    public static Violation thrown(String caller, int step, Operation asked, Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return new Violation(
                asked.getClass().getSimpleName() + ": threw " + thrown,
                caller + ", step " + step + ", asked " + asked + "\n" + stack);
    }
}
