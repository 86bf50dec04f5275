package io.gauntlet.coordinator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckPropertiesTest {

    @Test
    void requireKnown_misspeltName_isNamedBesideTheAllowedOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckProperties.requireKnown(Set.of("gauntlet.seed", "gauntlet.sead")))
                .withMessageStartingWith("unknown property gauntlet.sead:")
                .withMessageContaining("gauntlet.seed, gauntlet.strategies");
    }

    @Test
    void requireKnown_propertiesOfOthers_areNoneOfItsBusiness() {
        assertThatCode(() -> CheckProperties.requireKnown(Set.of("java.home", "gauntlet.strategies", "skipTests")))
                .doesNotThrowAnyException();
    }
}
