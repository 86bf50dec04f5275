package io.gauntlet.stress.jcstress.hazard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.TestInfo;

/**
 * What a hazard's class says may come out of it and what may not.
 *
 * @param listed the outcomes named, in order
 * @param catchAll what is said of all others
 */
record OutcomeTable(List<Line> listed, Line catchAll) {

    private static final String NO_CATCH_ALL = "No default case provided";

    /**
     * One line of the table.
     *
     * @param id the outcome, or a regular expression for several
     */
    record Line(String id, Expect expect, String description) {

        private static Line of(StateCase line) {
            return new Line(line.matchPattern(), line.expect(), line.description());
        }

        private boolean matches(String outcome) {
            return id.equals(outcome) || Pattern.matches(id, outcome);
        }
    }

    OutcomeTable {
        listed = List.copyOf(listed);
    }

    /** Returns the table that jcstress has read. */
    static OutcomeTable of(TestInfo info) {
        return new OutcomeTable(info.cases().stream().map(Line::of).toList(), Line.of(info.unmatched()));
    }

    /** Returns what jcstress makes of an outcome: the line that is the outcome, else the first that matches it. */
    Line lineFor(String outcome) {
        return Stream.concat(
                        listed.stream().filter(line -> line.id.equals(outcome)),
                        listed.stream().filter(line -> line.matches(outcome)))
                .findFirst()
                .orElse(catchAll);
    }

    /** Returns a sentence for everything wrong with the table, where exactly the outcomes in {@code legal} are. */
    List<String> faults(Set<String> legal) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Line line : listed) {
            if (!ids.add(line.id)) {
                faults.add("listed twice: " + line.id);
            }
            if (line.description.isBlank()) {
                faults.add("without description: " + line.id);
            }
            switch (line.expect) {
                case ACCEPTABLE -> {
                    if (!legal.contains(line.id)) {
                        faults.add("accepted, and no order gives it: " + line.id);
                    }
                }
                case FORBIDDEN ->
                    legal.stream()
                            .filter(line::matches)
                            .forEach(outcome -> faults.add("forbidden by " + line.id + ", and legal: " + outcome));
                default -> faults.add("neither accepted nor forbidden: " + line.id);
            }
        }
        legal.stream()
                .filter(outcome ->
                        listed.stream().noneMatch(line -> line.expect == Expect.ACCEPTABLE && line.id.equals(outcome)))
                .forEach(outcome -> faults.add("legal, and not accepted: " + outcome));
        if (listed.stream().noneMatch(line -> line.expect == Expect.FORBIDDEN)) {
            faults.add("no wrong outcome is listed with the guarantee that it breaks");
        }
        if (catchAll.expect != Expect.FORBIDDEN || catchAll.description.startsWith(NO_CATCH_ALL)) {
            faults.add("what is not listed is not forbidden");
        }
        return faults;
    }
}
