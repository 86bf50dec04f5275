package io.gauntlet.report.trial;

import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.MuseumEvidence;
import io.gauntlet.evidence.MuseumEvidence.ExhibitResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How one exhibit fared under each checker.
 *
 * @param exhibit what the tour says of it
 * @param outcomes one for each checker, in the order of {@link Checker}
 */
public record ExhibitVerdict(ExhibitResult exhibit, Map<Checker, Outcome> outcomes) {

    public ExhibitVerdict {
        outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
    }

    static ExhibitVerdict of(ExhibitResult exhibit, MuseumEvidence tour, Dossier dossier) {
        Map<Checker, Outcome> outcomes = new EnumMap<>(Checker.class);
        for (Checker checker : Checker.values()) {
            outcomes.put(checker, Outcome.of(checker, exhibit, tour, dossier));
        }
        return new ExhibitVerdict(exhibit, outcomes);
    }

    /** Returns whether any checker noticed the bug at least once. */
    public boolean isCaught() {
        return outcomes.values().stream().anyMatch(Outcome::isCaught);
    }

    List<Red> red() {
        List<Red> red = new ArrayList<>();
        outcomes.forEach((checker, outcome) ->
                outcome.problem().ifPresent(problem -> red.add(new Red(exhibit.name(), checker.title(), problem))));
        if (!isCaught()) {
            red.add(new Red(exhibit.name(), "every checker", "NOT NOTICED: nothing catches it"));
        }
        return red;
    }
}
