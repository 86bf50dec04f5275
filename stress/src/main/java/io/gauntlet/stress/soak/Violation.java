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
record Violation(String reason, String details) {

    static Violation wrongAnswer(String caller, int step, Operation asked, String answer, List<String> wrong) {
        return new Violation(
                asked.getClass().getSimpleName() + ": " + wrong.get(0),
                caller + ", step " + step + ", asked " + asked + "\nwas answered " + answer + "\nwhich is wrong:\n"
                        + String.join("\n", wrong));
    }

    static Violation thrown(String caller, int step, Operation asked, Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        return new Violation(
                asked.getClass().getSimpleName() + ": threw " + thrown,
                caller + ", step " + step + ", asked " + asked + "\n" + stack);
    }
}
