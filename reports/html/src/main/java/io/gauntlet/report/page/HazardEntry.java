package io.gauntlet.report.page;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence.HazardResult;
import io.gauntlet.evidence.CheckEvidence.Outcome;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.report.trial.HazardVerdict;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One hazard under jcstress.
 *
 * @param id of its outcomes on the page
 * @param name its name
 * @param gist what was seen of it, in a line
 * @param cells one for each strategy
 * @param rows every outcome of it that was seen with any strategy, or that has a name
 * @param replays commands that play it again: with each strategy that showed a forbidden outcome, or else with one
 */
public record HazardEntry(String id, String name, String gist, List<Cell> cells, List<Row> rows, List<String> replays) {

    /**
     * How it ended with one strategy.
     *
     * @param words in a word
     * @param style the name of the class that colours it
     * @param note how often it was played, or why it was not
     */
    public record Cell(String words, String style, String note) {}

    /**
     * One outcome.
     *
     * @param answers what the callers were answered
     * @param legal whether an order of the operations explains it
     * @param meaning that order, or what is broken
     * @param counts how often it was seen, by strategy; empty where it was not looked for
     */
    public record Row(String answers, boolean legal, String meaning, List<String> counts) {

        /** Returns whether it is forbidden and was seen. */
        public boolean isAlarming() {
            return !legal && counts.stream().anyMatch(count -> !count.isEmpty() && !count.equals("0"));
        }
    }

    static List<HazardEntry> of(Trial trial) {
        List<CoordinatorStrategy> strategies =
                trial.strategies().stream().map(verdict -> verdict.strategy()).toList();
        List<HazardEntry> entries = new ArrayList<>();
        trial.hazards().forEach(hazard -> entries.add(of(hazard, strategies, "hazard-" + (entries.size() + 1))));
        return List.copyOf(entries);
    }

    private static HazardEntry of(HazardVerdict hazard, List<CoordinatorStrategy> strategies, String id) {
        return new HazardEntry(
                id,
                hazard.hazard(),
                gist(hazard),
                strategies.stream().map(strategy -> cell(hazard.of(strategy))).toList(),
                rows(hazard, strategies),
                replays(hazard));
    }

    private static String gist(HazardVerdict hazard) {
        Optional<String> lack = hazard.lack();
        if (lack.isPresent()) {
            return "not run, " + lack.get();
        }
        List<String> forbiddenWith = hazard.results().entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == Verdict.FAILED)
                .map(entry -> entry.getKey().name())
                .toList();
        long samples = hazard.results().values().stream()
                .mapToLong(HazardResult::samples)
                .sum();
        return Numbers.of(samples, "sample") + ", "
                + (forbiddenWith.isEmpty()
                        ? "nothing forbidden seen"
                        : "FORBIDDEN seen with " + String.join(", ", forbiddenWith));
    }

    private static Cell cell(Optional<HazardResult> seen) {
        if (seen.isEmpty()) {
            return new Cell(State.NOT_RUN.word(), State.NOT_RUN.style(), "see Checks");
        }
        HazardResult result = seen.get();
        return switch (result.verdict()) {
            case PASSED -> new Cell(State.PASSED.word(), State.PASSED.style(), Numbers.of(result.samples(), "sample"));
            case FAILED -> new Cell("FORBIDDEN seen", State.FAILED.style(), result.reason());
            case NOT_RUN -> new Cell(State.NOT_RUN.word(), State.NOT_RUN.style(), result.reason());
        };
    }

    private static List<Row> rows(HazardVerdict hazard, List<CoordinatorStrategy> strategies) {
        Set<Outcome> kinds = new LinkedHashSet<>();
        hazard.results().values().stream()
                .flatMap(result -> result.outcomes().stream())
                .forEach(outcome -> kinds.add(kind(outcome)));
        return kinds.stream()
                .map(kind -> new Row(
                        kind.answers(),
                        kind.legal(),
                        kind.meaning(),
                        strategies.stream()
                                .map(strategy -> count(hazard.of(strategy), kind))
                                .toList()))
                .toList();
    }

    private static Outcome kind(Outcome outcome) {
        return new Outcome(outcome.answers(), outcome.legal(), outcome.meaning(), /* count= */ 0);
    }

    private static String count(Optional<HazardResult> seen, Outcome kind) {
        if (seen.isEmpty() || seen.get().samples() == 0) {
            return "";
        }
        return Numbers.count(seen.get().outcomes().stream()
                .filter(outcome -> kind(outcome).equals(kind))
                .mapToLong(Outcome::count)
                .sum());
    }

    private static List<String> replays(HazardVerdict hazard) {
        List<String> ofFailed = hazard.results().values().stream()
                .filter(result -> result.verdict() == Verdict.FAILED)
                .map(HazardResult::replay)
                .toList();
        return ofFailed.isEmpty()
                ? hazard.results().values().stream()
                        .map(HazardResult::replay)
                        .limit(1)
                        .toList()
                : ofFailed;
    }
}
