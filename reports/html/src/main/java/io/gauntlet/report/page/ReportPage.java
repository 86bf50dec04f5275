package io.gauntlet.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.MeasurementEvidence;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.report.trial.Caveats;
import io.gauntlet.report.trial.Contest;
import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Lane;
import io.gauntlet.report.trial.MuseumReading;
import io.gauntlet.report.trial.Outcome;
import io.gauntlet.report.trial.Rank;
import io.gauntlet.report.trial.StopwatchReading;
import io.gauntlet.report.trial.StrategyVerdict;
import io.gauntlet.report.trial.Trial;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the page says, ready to be laid out.
 *
 * @param trial the case
 * @param writtenAt when the page was written
 */
public record ReportPage(Trial trial, Instant writtenAt) {

    private static final int MOST_RED_LINES = 5;
    private static final String TEMPLATES = "io.gauntlet.report.templates";

    public ReportPage {
        writtenAt = writtenAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the whole page: one HTML file that needs nothing else. */
    public String html() {
        StringOutput output = new StringOutput(1 << 16);
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES)
                .render("index.jte", this, output);
        return output.toString();
    }

    public Answer answer() {
        return Answer.of(trial);
    }

    public List<Checker> checkers() {
        return Arrays.asList(Checker.values());
    }

    public Optional<MeasurementEvidence> measurement() {
        return trial.reading() instanceof StopwatchReading.Present present
                ? Optional.of(present.evidence())
                : Optional.empty();
    }

    /** Returns why there is no measurement; empty if there is one. */
    public String whyNoMeasurement() {
        return trial.reading() instanceof StopwatchReading.Absent absent ? absent.reason() : "";
    }

    /** Returns how much of what measured callers were told was judged, in words; empty if nothing was. */
    public Optional<String> judged() {
        return measurement().flatMap(Judged::of);
    }

    /** Returns what is wrong with the measurement. */
    public List<String> measurementCaveats() {
        return Caveats.ofMeasurement(trial);
    }

    public List<String> caveats() {
        return Caveats.of(trial);
    }

    /** Returns whether the measurement only shows that the stopwatch works. */
    public boolean isSmoke() {
        return measurement()
                .filter(run -> run.budget().equals(MeasurementEvidence.SMOKE_BUDGET))
                .isPresent();
    }

    public List<RegimeEntry> regimes() {
        return RegimeEntry.of(trial);
    }

    public List<LatencyEntry> latency() {
        return LatencyEntry.of(trial);
    }

    /** Returns costs with the fewest sessions, and how they grow. */
    public List<CostTable> costs() {
        return trial.costs()
                .map(sheet -> Stream.concat(CostTable.first(sheet).stream(), CostTable.growth(sheet).stream())
                        .toList())
                .orElse(List.of());
    }

    /** Returns costs with more sessions. */
    public List<CostTable> moreCosts() {
        return trial.costs().map(CostTable::others).orElse(List.of());
    }

    public List<SittingRow> sittings() {
        return measurement().map(SittingRow::of).orElse(List.of());
    }

    /** Returns the strategies that have no number in some regime, and why. */
    public List<String> withheld() {
        return trial.contests().stream()
                .flatMap(contest -> contest.lanes().stream())
                .filter(Lane.Withheld.class::isInstance)
                .map(lane -> lane.strategy().name() + ": " + ((Lane.Withheld) lane).reason())
                .distinct()
                .toList();
    }

    public List<Effort> efforts() {
        return checkers().stream().map(checker -> Effort.of(checker, trial)).toList();
    }

    public List<Reason> reasons() {
        return Reason.of(trial);
    }

    public List<HazardEntry> hazards() {
        return HazardEntry.of(trial);
    }

    public Optional<MuseumEvidence> tour() {
        return trial.museum().reading() instanceof MuseumReading.Present present
                ? Optional.of(present.evidence())
                : Optional.empty();
    }

    public List<ExhibitEntry> exhibits() {
        return ExhibitEntry.of(trial);
    }

    /** Returns all that is wrong with the tools, or with their trial, in lines. */
    public List<String> museumRed() {
        return Summary.grouped(trial.museum().red());
    }

    /** Returns the first few of {@link #museumRed}. */
    public List<String> museumRedInShort() {
        List<String> all = museumRed();
        if (all.size() <= MOST_RED_LINES) {
            return all;
        }
        List<String> lines = new ArrayList<>(all.subList(0, MOST_RED_LINES));
        lines.add("and " + (all.size() - MOST_RED_LINES) + " more");
        return List.copyOf(lines);
    }

    /** Returns how many exhibits {@code checker} caught at least once, in words. */
    public String caughtBy(Checker checker) {
        List<Outcome> tried = trial.museum().exhibits().stream()
                .map(exhibit -> exhibit.outcomes().get(checker))
                .filter(Outcome.Tried.class::isInstance)
                .toList();
        return tried.isEmpty()
                ? "none tried"
                : tried.stream().filter(Outcome::isCaught).count() + " of " + tried.size();
    }

    public List<Witness> witnesses() {
        return Witness.of(trial);
    }

    public List<Origin> origins() {
        return Origin.of(trial);
    }

    /** Returns how the cell of {@code finding} reads. */
    public State state(Finding finding) {
        return State.of(finding);
    }

    /** Returns the entry that says why the cell of {@code finding} is not "passed". */
    public String reasonId(Finding finding) {
        return reasons().stream()
                .filter(reason ->
                        reason.state() == State.of(finding) && reason.why().equals(Reason.why(finding)))
                .map(Reason::id)
                .findFirst()
                .orElse("checks");
    }

    /** Returns a strategy's place in one contest, in words. */
    public static String place(StrategyVerdict verdict, Contest contest) {
        return contest.ranked().stream()
                .filter(lane -> lane.strategy() == verdict.strategy())
                .flatMap(lane -> lane.rank().stream())
                .map(ReportPage::place)
                .findFirst()
                .orElse("no place");
    }

    /** Returns how many checks of a strategy ended how, in words. */
    public static String checks(StrategyVerdict verdict) {
        List<String> parts = new ArrayList<>();
        parts.add(verdict.passed() + " of " + verdict.findings().size() + " passed");
        if (verdict.failed() > 0) {
            parts.add(verdict.failed() + " failed");
        }
        if (verdict.notRun() > 0) {
            parts.add(verdict.notRun() + " not run");
        }
        if (verdict.notApplicable() > 0) {
            parts.add(verdict.notApplicable() + " cannot run on this JDK");
        }
        return String.join(", ", parts);
    }

    /** Returns the words that a name is made of, for a line to break between them: {@code LIMIT_}, {@code RACE}. */
    public static List<String> words(String name) {
        return List.of(name.split("(?<=_)|(?<=\\p{Ll})(?=\\p{Lu})", /* limit= */ -1));
    }

    static String place(Rank rank) {
        return rank.best() == rank.worst() ? String.valueOf(rank.best()) : rank.best() + "–" + rank.worst();
    }
}
