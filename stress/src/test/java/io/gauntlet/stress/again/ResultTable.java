package io.gauntlet.stress.again;

import io.gauntlet.stress.again.RedCounts.Found;
import io.gauntlet.stress.again.TestOutcome.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The result as Markdown, to be read on a terminal or kept in notes.
 *
 * @param about what was asked for, and of what machine and commit
 * @param planned how many repetitions were asked for
 * @param notRun the conditions that this machine cannot have, and why
 */
record ResultTable(String about, int planned, Map<Condition, String> notRun, RedCounts counts) {

    private static final double SURE = 0.95;
    private static final int SEEDS_SHOWN = 5;

    /** Returns the whole text. */
    String markdown() {
        List<Found> red = counts.red();
        StringBuilder text = new StringBuilder();
        text.append("# Red in ")
                .append(counts.redRepetitions())
                .append(" of ")
                .append(counts.results().size())
                .append(" repetitions\n\n")
                .append(about)
                .append('\n');
        int missing = planned - counts.results().size();
        if (missing > 0) {
            text.append("\n**Not complete**: ")
                    .append(missing)
                    .append(" of ")
                    .append(planned)
                    .append(" repetitions are missing.\n");
        }
        notRun.forEach((condition, why) -> text.append("\n**NOT RUN** under ")
                .append(condition)
                .append(": ")
                .append(why)
                .append('\n'));
        appendRepetitions(text);
        if (!red.isEmpty()) {
            appendRed(text, red);
        }
        appendSkipped(text, counts.skipped());
        return text.toString();
    }

    private void appendRepetitions(StringBuilder text) {
        text.append("\n| condition | what | repetitions | red | tests in each | seconds |")
                .append(" a test never red is red by chance in less than (95 %) |\n|---|---|---|---|---|---|---|\n");
        for (Condition condition : Condition.values()) {
            for (Kind kind : Kind.values()) {
                List<RepetitionResult> results = counts.results(condition, kind);
                if (!results.isEmpty()) {
                    appendRepetitions(text, condition, kind, results);
                }
            }
        }
    }

    private static void appendRepetitions(
            StringBuilder text, Condition condition, Kind kind, List<RepetitionResult> results) {
        long red = results.stream().filter(RepetitionResult::isRed).count();
        text.append("| %s | %s | %d | %d | %s | %s | %s |\n"
                .formatted(
                        condition,
                        kind,
                        results.size(),
                        red,
                        range(results.stream()
                                .mapToLong(ResultTable::testsThatRan)
                                .toArray()),
                        range(results.stream()
                                .mapToLong(result -> result.took().toSeconds())
                                .toArray()),
                        bound(results)));
    }

    private static String bound(List<RepetitionResult> results) {
        long complete =
                results.stream().filter(result -> result.trouble().isEmpty()).count();
        return complete == 0 ? "-" : percent(chanceBound(complete));
    }

    private static long testsThatRan(RepetitionResult result) {
        return result.outcomes().stream()
                .filter(outcome -> !outcome.is(Status.SKIPPED))
                .count();
    }

    private void appendRed(StringBuilder text, List<Found> red) {
        List<Condition> conditions = List.of(Condition.values()).stream()
                .filter(condition -> counts.results().stream()
                        .anyMatch(result -> result.repetition().condition() == condition))
                .toList();
        text.append("\n| red | ")
                .append(conditions.stream().map(Condition::toString).collect(Collectors.joining(" | ")))
                .append(" | seeds | first message |\n|---|")
                .append("---|".repeat(conditions.size()))
                .append("---|---|\n");
        for (Found found : red) {
            text.append("| ").append(name(found)).append(" | ");
            for (Condition condition : conditions) {
                long of = counts.ran(found.test(), condition);
                text.append(of == 0 ? "-" : found.under(condition) + " of " + of)
                        .append(" | ");
            }
            text.append(seeds(found))
                    .append(" | ")
                    .append(found.when().get(0).folder())
                    .append(": ")
                    .append(cell(found.message()))
                    .append(" |\n");
        }
    }

    private static void appendSkipped(StringBuilder text, List<Found> skipped) {
        if (skipped.isEmpty()) {
            return;
        }
        text.append("\n| skipped | times | why |\n|---|---|---|\n");
        skipped.forEach(found -> text.append("| ")
                .append(name(found))
                .append(" | ")
                .append(found.when().size())
                .append(" | ")
                .append(cell(found.message()))
                .append(" |\n"));
    }

    private static String name(Found found) {
        String name = found.test().name();
        return name.equals(RepetitionResult.THE_BUILD)
                ? name + " (" + found.test().kind() + ")"
                : "`" + cell(name) + "`";
    }

    private static String seeds(Found found) {
        List<Long> seeds =
                found.when().stream().map(Repetition::seed).distinct().toList();
        String shown = seeds.stream().limit(SEEDS_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return seeds.size() > SEEDS_SHOWN ? shown + ", ..." : shown;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String range(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        long least = sorted[0];
        long most = sorted[sorted.length - 1];
        return least == most ? Long.toString(least) : least + " to " + most;
    }

    /**
     * Returns the largest chance of red that repetitions without a red one leave credible: with a larger one, so many in a row
     * would come about in less than 5 of 100 cases.
     */
    static double chanceBound(long repetitions) {
        return 1 - Math.pow(1 - SURE, 1.0 / repetitions);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
