package io.gauntlet.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.MuseumEvidence.CheckerResult;
import io.gauntlet.stress.trial.MuseumTour;
import io.gauntlet.stress.trial.MuseumTour.Pair;
import io.gauntlet.stress.trial.Prosecution;
import io.gauntlet.stress.trial.ProsecutionSettings;
import io.gauntlet.stress.trial.TrialArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The checkers on trial, by the exhibits of the museum. Those that must catch an exhibit do, every time, or in one of a few tries
 * where chance decides; those that are known to be blind to it say nothing; what the others do is written down.
 *
 * <p>{@code -Dgauntlet.museum.tour=whole} tries every exhibit under every checker, {@code -Dgauntlet.museum.tries=5} each five
 * times and each time with another seed.
 */
class MuseumIT {

    private final ProsecutionSettings settings = ProsecutionSettings.read(System.getProperties());
    private final MuseumTour tour = MuseumTour.read(settings, System.getProperties());
    private final Prosecution prosecution = ProsecutionIT.prosecution();
    private final Map<Pair, List<CompletableFuture<CheckEvidence>>> tries = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    @TestFactory
    Stream<DynamicTest> everyChecker_everyExhibit_endsAsExpected() throws IOException {
        Files.deleteIfExists(settings.evidenceFolder().resolve(EvidenceFiles.MUSEUM_FILE));
        Map<Pair, List<TrialArguments>> plan = tour.plan();
        List<CompletableFuture<CheckEvidence>> all =
                prosecution.start(plan.values().stream().flatMap(List::stream).toList());
        int next = 0;
        for (Map.Entry<Pair, List<TrialArguments>> pair : plan.entrySet()) {
            int after = next + pair.getValue().size();
            tries.put(pair.getKey(), new ArrayList<>(all.subList(next, after)));
            next = after;
        }
        long bound = ProsecutionIT.boundSeconds(settings, all.size());
        return tries.entrySet().stream()
                .map(pair -> dynamicTest(
                        pair.getKey().checker() + " on " + pair.getKey().subject(),
                        () -> assertAsExpected(pair.getKey(), made(pair.getKey(), pair.getValue(), bound))));
    }

    private List<CheckEvidence> made(Pair pair, List<CompletableFuture<CheckEvidence>> planned, long seconds)
            throws Exception {
        List<CheckEvidence> made = new ArrayList<>();
        for (CompletableFuture<CheckEvidence> attempt : planned) {
            made.add(attempt.get(seconds, TimeUnit.SECONDS));
        }
        for (var next = tour.another(pair, made); next.isPresent(); next = tour.another(pair, made)) {
            CompletableFuture<CheckEvidence> attempt =
                    prosecution.start(List.of(next.get())).get(0);
            planned.add(attempt);
            made.add(attempt.get(seconds, TimeUnit.SECONDS));
        }
        return made;
    }

    private static void assertAsExpected(Pair pair, List<CheckEvidence> made) {
        CheckerResult result = MuseumTour.result(pair, made);
        assertThat(result.endedAsExpected())
                .as("%s on %s, expected %s: %s", pair.checker(), pair.subject(), result.expectation(), result)
                .isTrue();
    }

    @AfterEach
    void writeWhatBecameOfTheTour() {
        prosecution.close();
        List<CheckEvidence> made = tries.values().stream()
                .flatMap(List::stream)
                .filter(attempt -> attempt.isDone() && !attempt.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
        tour.evidence(made, System.nanoTime() - start)
                .ifPresent(evidence -> EvidenceFiles.write(settings.evidenceFolder(), evidence));
    }
}
