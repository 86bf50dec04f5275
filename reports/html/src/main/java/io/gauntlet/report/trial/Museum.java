package io.gauntlet.report.trial;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The checkers on trial: what each made of code that is wrong on purpose. Which code that is, and what must become of it, comes
 * from the evidence of the tour alone.
 *
 * @param reading the tour, or why there is none
 * @param exhibits one verdict for each exhibit; empty without a tour
 * @param strays checks of known-bad code that the tour knows nothing of; empty without a tour
 */
public record Museum(MuseumReading reading, List<ExhibitVerdict> exhibits, List<CheckEvidence> strays) {

    /** So many bugs the museum was opened with: with fewer, some have been taken away. */
    static final int FEWEST_EXHIBITS = 12;

    private static final String ITSELF = "museum";

    public Museum {
        exhibits = List.copyOf(exhibits);
        strays = List.copyOf(strays);
    }

    static Museum of(Dossier dossier) {
        MuseumReading reading = dossier.museum();
        if (!(reading instanceof MuseumReading.Present present)) {
            return new Museum(reading, List.of(), List.of());
        }
        List<ExhibitResult> exhibits = present.evidence().exhibits();
        return new Museum(
                reading,
                exhibits.stream()
                        .map(exhibit -> ExhibitVerdict.of(exhibit, present.evidence(), dossier))
                        .toList(),
                dossier.currentChecks().stream()
                        .filter(check -> check.knownBad() && !StrategyVerdict.isStrategy(check.subject()))
                        .filter(check -> exhibits.stream().noneMatch(exhibit -> speaksOf(exhibit, check)))
                        .toList());
    }

    private static boolean speaksOf(ExhibitResult exhibit, CheckEvidence check) {
        return exhibit.name().equals(check.subject())
                && exhibit.trials().stream().map(CheckerResult::checker).anyMatch(check.checker()::equals);
    }

    /** Returns all that is wrong with the checkers or with the tour: empty means that they can be relied on. */
    public List<Red> red() {
        List<Red> red = new ArrayList<>();
        if (reading instanceof MuseumReading.Absent absent) {
            red.add(ofItself("NOT RUN: " + absent.reason()));
        } else if (reading instanceof MuseumReading.Present present) {
            if (!present.evidence().complete()) {
                red.add(ofItself("INCOMPLETE: not every planned try was made"));
            }
            if (exhibits.size() < FEWEST_EXHIBITS) {
                red.add(ofItself("INCOMPLETE: it holds " + exhibits.size() + " exhibits, and had at least "
                        + FEWEST_EXHIBITS + " from the start"));
            }
        }
        exhibits.forEach(exhibit -> red.addAll(exhibit.red()));
        strays.forEach(check -> red.add(new Red(
                check.subject(),
                check.checker().title(),
                "NOT IN THE MUSEUM: there is a check of it, and " + EvidenceFiles.MUSEUM_FILE
                        + " does not speak of it")));
        return List.copyOf(red);
    }

    private static Red ofItself(String what) {
        return new Red(ITSELF, EvidenceFiles.MUSEUM_FILE, what);
    }
}
