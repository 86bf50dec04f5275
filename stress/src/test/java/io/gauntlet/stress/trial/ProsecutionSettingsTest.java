package io.gauntlet.stress.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Expectation;
import io.gauntlet.stress.ProofBudget;
import io.gauntlet.stress.Subject;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProsecutionSettingsTest {

    private static ProsecutionSettings with(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return ProsecutionSettings.read(properties);
    }

    @Test
    void read_nothing_triesEverythingQuickly() {
        ProsecutionSettings settings = ProsecutionSettings.read(new Properties());
        assertThat(settings.subjects()).containsAll(Subject.strategies()).containsAll(Subject.knownBad());
        assertThat(settings.checkers()).containsExactly(Checker.values());
        assertThat(settings.budget()).isEqualTo(ProofBudget.QUICK);
    }

    @Test
    void read_emptyValues_areAsGoodAsNone() {
        assertThat(with("gauntlet.subjects", " ")).isEqualTo(ProsecutionSettings.read(new Properties()));
    }

    @Test
    void read_strategies_triesThemAndAllKnownBadCode() {
        assertThat(with("gauntlet.strategies", "MUTEX, LOCK_FREE").subjects())
                .extracting(Subject::name)
                .startsWith("MUTEX", "LOCK_FREE")
                .hasSize(2 + Subject.knownBad().size())
                .contains("BrokenLockOrder");
    }

    @Test
    void read_subjects_triesTheseAndNoOthers() {
        assertThat(with("gauntlet.subjects", "BrokenLockOrder,MUTEX,MUTEX").subjects())
                .extracting(Subject::name)
                .containsExactly("BrokenLockOrder", "MUTEX");
    }

    @ParameterizedTest
    @CsvSource({
        "gauntlet.subjects, 'MUTEX,', '''''', BrokenLockPerField",
        "gauntlet.subjects, Broken, Broken, BrokenLockPerField",
        "gauntlet.strategies, SPINLOCK, SPINLOCK, READ_WRITE_LOCK",
        "gauntlet.checkers, SOAK, 'SOAK', SOAK_PLATFORM",
        "gauntlet.proof.budget, huge, huge, 'quick, deep'",
        "gauntlet.seed, 1e3, 1e3, whole number"
    })
    void read_unknownValue_namesItAndWhatIsAllowed(String key, String value, String named, String allowed) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named)
                .hasMessageContaining(allowed);
    }

    @Test
    void subjects_everyStrategy_isExpectedToPassEveryChecker() {
        assertThat(Subject.strategies()).hasSameSizeAs(CoordinatorStrategy.values());
        for (Subject subject : Subject.strategies()) {
            assertThat(Checker.values()).allMatch(checker -> subject.expectedUnder(checker) == Expectation.PASSES);
        }
    }

    @Test
    void subjects_everyKnownBadCode_mustBeCaughtBySomeChecker() {
        for (Subject subject : Subject.knownBad()) {
            assertThat(Checker.values())
                    .as(subject.name())
                    .anyMatch(checker -> subject.expectedUnder(checker) == Expectation.FAILS);
        }
    }
}
