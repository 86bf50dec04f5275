package io.gauntlet.stress.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static CheckEvidence evidence(Checker checker, String reason) {
        return new CheckEvidence(
                checker,
                "MUTEX",
                /* knownBad= */ false,
                reason.isEmpty() ? Verdict.PASSED : Verdict.NOT_RUN,
                reason,
                new CheckEvidence.Canary("a planted bug", 0.1),
                new TreeMap<>(Map.of("tests", 1L)),
                List.of(),
                "",
                "",
                /* seconds= */ 0.5,
                Provenance.collect(CoordinatorStrategy.class));
    }

    @Test
    void ended_checkersKnown_judgesWhatIsLeftByThose() {
        Progress progress = new Progress(
                List.of(Checker.SMOKE, Checker.SMOKE, Checker.LINCHECK_STRESS, Checker.LINCHECK_STRESS), 2, Set.of());
        progress.ended(evidence(Checker.SMOKE, ""), 1);
        assertThat(progress.ended(evidence(Checker.LINCHECK_STRESS, ""), 19.25))
                .isEqualTo("[2/4] LINCHECK_STRESS MUTEX PASSED 19.3 s, ~10 s left");
    }

    @Test
    void ended_checkerRunsAlone_doesNotShareTheMachineInWhatIsLeft() {
        Progress progress = new Progress(
                List.of(Checker.JCSTRESS, Checker.JCSTRESS, Checker.JCSTRESS), 2, Set.of(Checker.JCSTRESS));
        assertThat(progress.ended(evidence(Checker.JCSTRESS, ""), 30))
                .isEqualTo("[1/3] JCSTRESS MUTEX PASSED 30.0 s, ~60 s left");
    }

    @Test
    void ended_withAReason_tellsIt() {
        Progress progress = new Progress(List.of(Checker.SMOKE), 2, Set.of());
        assertThat(progress.ended(evidence(Checker.SMOKE, "it was killed"), 1))
                .isEqualTo("[1/1] SMOKE MUTEX NOT_RUN 1.0 s, ~0 s left: it was killed");
    }
}
