package io.gauntlet.coordinator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionOutputTest {

    @Test
    void append_sharesNothingThatChanges() {
        SessionOutput one = SessionOutput.EMPTY.append("1", 10);
        SessionOutput two = one.append("2", 10);
        assertThat(one.chunks()).containsExactly("1");
        assertThat(two.chunks()).containsExactly("1", "2");
        assertThat(SessionOutput.EMPTY.chunks()).isEmpty();
    }

    @Test
    void append_emptyText_isTheSame() {
        SessionOutput one = SessionOutput.EMPTY.append("1", 10);
        assertThat(one.append("", 10)).isSameAs(one);
    }

    @Test
    void append_full_evictsAsManyAsNeeded() {
        SessionOutput output =
                SessionOutput.EMPTY.append("1", 5).append("22", 5).append("33", 5);
        assertThat(output.append("4444", 5).chunks()).containsExactly("4444");
        assertThat(output.append("4", 5).chunks()).containsExactly("22", "33", "4");
    }

    @Test
    void append_textLongerThanAll_isCutBetweenCharacters() {
        assertThat(SessionOutput.EMPTY.append("ab🙂", 5).chunks()).containsExactly("b🙂");
        assertThat(SessionOutput.EMPTY.append("ab🙂", 4).chunks()).containsExactly("🙂");
        SessionOutput nothingFits = SessionOutput.EMPTY.append("old", 3).append("🙂", 3);
        assertThat(nothingFits.chunks()).isEmpty();
        assertThat(nothingFits.bytes()).isZero();
    }

    @Test
    void equals_sameChunks_whateverWasEvictedBefore() {
        SessionOutput evicted =
                SessionOutput.EMPTY.append("x", 2).append("a", 2).append("b", 2);
        SessionOutput fresh = SessionOutput.EMPTY.append("a", 2).append("b", 2);
        assertThat(evicted).isEqualTo(fresh).hasSameHashCodeAs(fresh);
        assertThat(evicted).isNotEqualTo(SessionOutput.EMPTY.append("ab", 2));
    }
}
