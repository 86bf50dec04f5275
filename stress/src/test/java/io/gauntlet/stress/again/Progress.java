package io.gauntlet.stress.again;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how far the run is: a line for each repetition. */
record Progress(List<Repetition> plan, RedCounts counts) {

    Progress {
        plan = List.copyOf(plan);
    }

    /** Returns the line of the last repetition that ended. */
    String line() {
        List<RepetitionResult> ended = counts.results();
        RepetitionResult last = ended.get(ended.size() - 1);
        Repetition repetition = last.repetition();
        String red = last.red().stream().map(TestOutcome::test).collect(Collectors.joining(", "));
        return "[%d/%d] %s, %s, %d of %d, seed %d: %d s, %d tests, %s; %s left"
                .formatted(
                        ended.size(),
                        plan.size(),
                        repetition.condition(),
                        repetition.kind(),
                        repetition.number(),
                        plan.get(plan.size() - 1).number(),
                        repetition.seed(),
                        last.took().toSeconds(),
                        last.outcomes().size(),
                        last.isRed() ? "RED: " + red : "green",
                        text(left()));
    }

    /** Returns how long what is left of the plan takes if it takes as long as what was alike. */
    Duration left() {
        double millis = plan.stream()
                .skip(counts.results().size())
                .mapToDouble(this::expectedMillis)
                .sum();
        return Duration.ofMillis((long) millis);
    }

    private double expectedMillis(Repetition repetition) {
        List<RepetitionResult> alike = counts.results(repetition.condition(), repetition.kind());
        return (alike.isEmpty() ? counts.results() : alike)
                .stream()
                        .mapToLong(result -> result.took().toMillis())
                        .average()
                        .orElse(0);
    }

    private static String text(Duration duration) {
        return duration.toMinutes() >= 2 ? "about " + duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
