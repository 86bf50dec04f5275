package io.gauntlet.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Bootstrap BOOTSTRAP = new Bootstrap(20_261_124);

    @Test
    void ranking_ofTwoAlikeAndOneSlow_givesTheTwoTheFirstPlace() {
        Map<String, Replicates> rates = new LinkedHashMap<>();
        rates.put("slow", forks(50, 51, 52, 53));
        rates.put("a", forks(100, 101, 102, 103));
        rates.put("b", forks(103, 101, 100, 101));

        Ranking ranking = Ranking.of(rates, BOOTSTRAP, Optional.empty());

        assertThat(ranking.fasterThan())
                .containsExactly(
                        Map.entry("slow", Set.of()), Map.entry("a", Set.of("slow")), Map.entry("b", Set.of("slow")));
        assertThat(ranking.ranks()).isEqualTo(Map.of(1, Set.of("a", "b"), 3, Set.of("slow")));
    }

    @Test
    void ranking_ofManyPairs_isCorrectedOverAll() {
        // The same two, alone and among eight: the pair is significant alone only.
        Map<String, Replicates> rates = new LinkedHashMap<>();
        rates.put("a", forks(100, 104, 96));
        rates.put("b", forks(113, 117, 109));
        Ranking alone = Ranking.of(rates, BOOTSTRAP, Optional.empty());
        for (int other = 0; other < 6; other++) {
            rates.put("other" + other, forks(105 + other, 109, 101));
        }

        assertThat(alone.fasterThan().get("b")).containsExactly("a");
        assertThat(Ranking.of(rates, BOOTSTRAP, Optional.empty()).fasterThan().get("b"))
                .doesNotContain("a");
    }

    @Test
    void ranking_insideTheNoiseEitherWayRound_isATie() {
        Map<String, Replicates> rates = Map.of("a", forks(100, 101, 102, 103), "b", forks(110, 111, 112, 113));

        assertThat(ranks(rates, new Interval(0.95, 1.05))).containsEntry(1, Set.of("b"));
        assertThat(ranks(rates, new Interval(0.95, 1.2))).containsEntry(1, Set.of("a", "b"));
        assertThat(ranks(rates, new Interval(0.8, 1.05))).containsEntry(1, Set.of("a", "b"));
    }

    @Test
    void ranking_ofOneForkEach_isATie() {
        assertThat(Ranking.of(Map.of("a", forks(1), "b", forks(1_000)), BOOTSTRAP, Optional.empty())
                        .ranks())
                .isEqualTo(Map.of(1, Set.of("a", "b")));
    }

    @Test
    void ranking_besideOneThatDidNothing_claimsNothingOfIt() {
        assertThat(Ranking.of(Map.of("a", forks(1, 2), "b", forks(0, 0)), BOOTSTRAP, Optional.empty())
                        .fasterThan())
                .isEqualTo(Map.of("a", Set.of(), "b", Set.of()));
    }

    @Test
    void ranks_whereTiesAreNotTransitive_sayNoMoreThanThePairs() {
        Map<String, Set<String>> fasterThan = Map.of("a", Set.of("c"), "b", Set.of(), "c", Set.of());

        assertThat(new Ranking(fasterThan).ranks()).isEqualTo(Map.of(1, Set.of("a", "b"), 2, Set.of("c")));
    }

    private static Map<Integer, Set<String>> ranks(Map<String, Replicates> rates, Interval noiseFloor) {
        return Ranking.of(rates, BOOTSTRAP, Optional.of(noiseFloor)).ranks();
    }

    private static Replicates forks(double... values) {
        return new Replicates(DoubleStream.of(values).mapToObj(List::of).toList());
    }
}
