package io.gauntlet.stress.museum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Persistent;
import io.gauntlet.coordinator.guard.Query;
import io.gauntlet.coordinator.guard.ReadableWhileChanging;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Guards that are wrong while a query or command runs: each is led to its wrong answer by a query or command that, half-way,
 * lets another caller in. The other caller runs in the same thread, which the locks held at that point allow.
 */
class GuardWitnessTest {

    /** Two fields that are always equal, where nobody looks in between. */
    private static final class Twins implements Persistent<Twins>, ReadableWhileChanging {
        private int left;
        private int right;

        @Override
        public Twins copy() {
            Twins copy = new Twins();
            copy.left = left;
            copy.right = right;
            return copy;
        }

        String seen() {
            return left + " and " + right;
        }
    }

    private static final Command<Twins, Runnable, String> GROW = (twins, halfWay) -> {
        twins.left++;
        halfWay.run();
        twins.right++;
        return twins.seen();
    };

    private static final Query<Twins, Runnable, String> LOOK = (twins, halfWay) -> {
        int left = twins.left;
        halfWay.run();
        return left + " and " + twins.right;
    };

    private static final Runnable NOTHING = () -> {};

    private static String seen(Guard<Twins> guard) {
        return guard.read(LOOK, NOTHING);
    }

    @Test
    void validate_updateDuringARead_answersWithTwoStates() {
        BrokenValidate<Twins> guard = new BrokenValidate<>(new Twins());

        String seen = guard.read(LOOK, () -> guard.update(GROW, NOTHING));

        assertThat(seen).isEqualTo("0 and 1");
        assertThat(guard.everUnlucky()).as("it did notice").isTrue();
    }

    @Test
    void optimisticHashMap_putDuringARead_throwsBeforeValidation() {
        Guard<Map<String, Integer>> guard = new BrokenOptimisticHashMap<>(new HashMap<>(Map.of("a", 1, "b", 2)));
        Query<Map<String, Integer>, AtomicBoolean, List<String>> keys = (map, first) -> {
            List<String> seen = new ArrayList<>();
            for (String key : map.keySet()) {
                seen.add(key);
                if (first.getAndSet(false)) {
                    guard.update((changed, value) -> changed.put("c", value), 3);
                }
            }
            return seen;
        };

        assertThatThrownBy(() -> guard.read(keys, new AtomicBoolean(true)))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void retry_updateDuringAnUpdate_isLost() {
        Guard<Twins> guard = new BrokenRetry<>(new Twins());
        List<String> told = new ArrayList<>();

        told.add(guard.update(GROW, () -> told.add(guard.update(GROW, NOTHING))));

        assertThat(told).containsExactly("1 and 1", "1 and 1");
        assertThat(seen(guard)).isEqualTo("1 and 1");
    }

    @Test
    void readLock_readDuringARead_givesTheNextReaderTheAnswerOfAnother() {
        Guard<Map<String, String>> guard = new BrokenReadLock<>(Map.of("a", "Alpha", "b", "Beta"));
        AtomicBoolean first = new AtomicBoolean(true);
        Query<Map<String, String>, String, String> get = new Query<>() {
            @Override
            public String ask(Map<String, String> map, String key) {
                if (first.getAndSet(false)) {
                    assertThat(guard.read(this, "b")).isEqualTo("Beta");
                }
                return map.getOrDefault(key, "");
            }
        };

        assertThat(guard.read(get, "a")).isEqualTo("Alpha");

        assertThat(guard.read(get, "b")).isEqualTo("Alpha");
    }

    @Test
    void localCopy_readDuringAnUpdate_seesItHalfDone() {
        Guard<Twins> guard = new BrokenLocalCopy<>(new Twins());
        List<String> seen = new ArrayList<>();

        guard.update(GROW, () -> seen.add(seen(guard)));

        assertThat(seen).containsExactly("1 and 0");
    }
}
