package io.gauntlet.stress.museum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.DifferentialRun;
import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.Subject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of the exhibits, and that those whose bug needs several callers are right for one. */
class MuseumTest {

    private static final long SEED = 20_261_201;
    private static final int OPERATIONS = 5_000;

    private static final List<Exhibit> EXHIBITS = Museum.EXHIBITS;

    @Test
    void exhibits_areManyAndNoTwoHaveOneName() {
        assertThat(EXHIBITS)
                .hasSizeGreaterThanOrEqualTo(14)
                .extracting(Exhibit::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("EXHIBITS")
    void exhibit_isASubjectOfItsName(Exhibit exhibit) {
        assertThat(exhibit.name()).startsWith("Broken");
        assertThat(Subject.named(exhibit.name()).exhibit()).contains(exhibit);
        assertThat(Subject.named(exhibit.name()).isKnownBad()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("EXHIBITS")
    void exhibit_saysWhereItHappenedAndWhatInTwoSentences(Exhibit exhibit) {
        assertThat(exhibit.happenedIn()).isNotBlank();
        assertThat(exhibit.whatWentWrong()).endsWith(".");
        assertThat(exhibit.whatWentWrong().split("\\. ")).hasSize(2).doesNotContain("");
        assertThat(exhibit.links().isEmpty())
                .as("whether it is this project's own story alone")
                .isEqualTo(exhibit.happenedIn().startsWith("the origin")
                        && !exhibit.happenedIn().contains(";"));
        assertThat(exhibit.links())
                .allSatisfy(
                        link -> assertThat(URI.create(link)).hasScheme("https").hasNoQuery());
    }

    @ParameterizedTest
    @FieldSource("EXHIBITS")
    void exhibit_mustBeCaughtBySomebody(Exhibit exhibit) {
        assertThat(exhibit.mustBeCaughtBy()).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("EXHIBITS")
    void exhibit_oneCaller_differsFromTheReferenceOnlyWhereItIsExpectedTo(Exhibit exhibit) {
        if (exhibit.mustBeCaughtBy().contains(Checker.DIFFERENTIAL)) {
            assertThatThrownBy(() -> DifferentialRun.compare(exhibit.factory(), SEED, OPERATIONS))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("seed " + SEED);
        } else {
            assertThatCode(() -> DifferentialRun.compare(exhibit.factory(), SEED, OPERATIONS))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void exhibit_sameCheckerMustAndMay_isOneThatMust() {
        Exhibit exhibit = new Exhibit(
                "BrokenTwice",
                "nowhere",
                List.of(),
                "Nothing. Yet.",
                BrokenRepair::new,
                Set.of(Checker.CONTRACT),
                Set.of(Checker.CONTRACT, Checker.SMOKE));

        assertThat(exhibit.mustBeCaughtBy()).containsExactly(Checker.CONTRACT);
        assertThat(exhibit.mayBeCaughtBy()).containsExactly(Checker.SMOKE);
    }
}
