package io.gauntlet.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each checker made of each exhibit: code that is wrong on purpose, as it was wrong somewhere once.
 *
 * @param budget the name of the proof budget that each attempt had
 * @param seed of the first try; each further try takes the next
 * @param complete whether every planned try was made
 * @param seconds how long all tries took
 * @param exhibits one entry for each exhibit
 * @param provenance where it ran
 */
public record MuseumEvidence(
        String budget,
        long seed,
        boolean complete,
        double seconds,
        List<ExhibitResult> exhibits,
        Provenance provenance) {

    public MuseumEvidence {
        exhibits = List.copyOf(exhibits);
        Set<String> seen = new HashSet<>();
        for (ExhibitResult exhibit : exhibits) {
            if (!seen.add(exhibit.name())) {
                throw new IllegalArgumentException("the exhibit " + exhibit.name() + " stands there twice");
            }
        }
    }

    /**
     * One exhibit.
     *
     * @param name its simple class name
     * @param happenedIn the project and issue where this went wrong
     * @param links where to read about it
     * @param whatWentWrong the bug in two sentences
     * @param trials one entry for each checker that can run on this JDK
     */
    public record ExhibitResult(
            String name, String happenedIn, List<String> links, String whatWentWrong, List<CheckerResult> trials) {

        public ExhibitResult {
            links = List.copyOf(links);
            trials = List.copyOf(trials);
        }
    }

    /**
     * What one checker made of an exhibit.
     *
     * @param checker the tool
     * @param expectation what it should have made of it
     * @param tries how often it tried, each time with a seed of its own; 0 where a short tour left it out
     * @param caught in how many of them it noticed
     * @param notRun how many of them did not run
     * @param medianSeconds the median time to the catch, over the tries that caught it, in seconds, without the canary; absent
     *     where none did
     * @param reason what was found, or why it did not run, of the last try that says so; else empty
     */
    public record CheckerResult(
            Checker checker,
            Expectation expectation,
            int tries,
            int caught,
            int notRun,
            @Nullable Double medianSeconds,
            String reason) {

        public CheckerResult {
            if (caught + notRun > tries) {
                throw new IllegalArgumentException(
                        checker + " claims " + caught + " catches and " + notRun + " not run in " + tries + " tries");
            }
            if ((medianSeconds == null) != (caught == 0)) {
                throw new IllegalArgumentException(
                        checker + " caught " + caught + " times and gives a median time of " + medianSeconds);
            }
        }

        /**
         * Returns whether the tries that were made ended as expected, all of them. Where the bug must be noticed and chance
         * decides in which try, one of them is enough. A try that did not run is never as expected.
         */
        public boolean endedAsExpected() {
            return switch (expectation) {
                case FAILS -> notRun == 0 && caught > 0 && (caught == tries || checker.dependsOnChance());
                case PASSES -> caught == 0 && notRun == 0;
                case MAY_FAIL -> notRun == 0;
            };
        }
    }
}
