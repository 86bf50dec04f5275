package io.gauntlet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatorStrategyTest {

    @Test
    void parse_all_isEveryStrategy() {
        assertThat(CoordinatorStrategy.parse("all")).containsExactly(CoordinatorStrategy.values());
    }

    @Test
    void parse_names_areSelectedInOrderOfTheList() {
        assertThat(CoordinatorStrategy.parse("lock_free, MUTEX,MUTEX"))
                .containsExactly(CoordinatorStrategy.MUTEX, CoordinatorStrategy.LOCK_FREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MUTEXX", "", "MUTEX,", "all,MUTEX"})
    void parse_unknown_namesItAndListsWhatIsAllowed(String selection) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoordinatorStrategy.parse(selection))
                .withMessageContaining("unknown strategy '")
                .withMessageContaining("SYNCHRONIZED, MUTEX, FAIR_MUTEX");
    }
}
