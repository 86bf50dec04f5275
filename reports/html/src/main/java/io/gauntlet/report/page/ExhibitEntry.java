package io.gauntlet.report.page;

import io.gauntlet.evidence.Checker;
import io.gauntlet.report.trial.ExhibitVerdict;
import io.gauntlet.report.trial.Finding;
import io.gauntlet.report.trial.Outcome;
import io.gauntlet.report.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One exhibit of the museum.
 *
 * @param id of its story on the page
 * @param name its name
 * @param happenedIn where it went wrong
 * @param links where to read about it
 * @param whatWentWrong its story
 * @param cells one for each checker
 * @param sayings what the checkers that caught it said
 * @param isCaught whether any did
 */
public record ExhibitEntry(
        String id,
        String name,
        String happenedIn,
        List<Link> links,
        String whatWentWrong,
        List<MuseumCell> cells,
        List<Saying> sayings,
        boolean isCaught) {

    /**
     * What one checker said of it.
     *
     * @param tool which
     * @param reason in one line
     * @param witness what it saw on its first try; only its texts count, and there is none where a later try was the first to
     *     catch it
     */
    public record Saying(String tool, String reason, List<Witness> witness) {}

    static List<ExhibitEntry> of(Trial trial) {
        List<ExhibitEntry> entries = new ArrayList<>();
        trial.museum().exhibits().forEach(verdict -> entries.add(of(verdict, "exhibit-" + (entries.size() + 1))));
        return List.copyOf(entries);
    }

    private static ExhibitEntry of(ExhibitVerdict verdict, String id) {
        return new ExhibitEntry(
                id,
                verdict.exhibit().name(),
                verdict.exhibit().happenedIn(),
                verdict.exhibit().links().stream().map(Link::of).toList(),
                verdict.exhibit().whatWentWrong(),
                verdict.outcomes().values().stream().map(MuseumCell::of).toList(),
                verdict.outcomes().entrySet().stream()
                        .filter(entry -> entry.getValue().isCaught())
                        .map(ExhibitEntry::saying)
                        .toList(),
                verdict.isCaught());
    }

    private static Saying saying(Map.Entry<Checker, Outcome> entry) {
        Outcome.Tried tried = (Outcome.Tried) entry.getValue();
        String tool = entry.getKey().title();
        return tried.firstTry() instanceof Finding.Failed failed
                ? new Saying(tool, failed.evidence().reason(), List.of(Witness.ofExhibit(failed)))
                : new Saying(tool, tried.result().reason(), List.of());
    }
}
