package io.gauntlet.coordinator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every guard does for one caller, and the meetings of two that can be arranged without luck. */
class GuardTest {

    /** A state that is whatever a guard may ask of one. */
    static final class Counter implements Persistent<Counter>, ReadableWhileChanging {
        private int value;

        @Override
        public Counter copy() {
            Counter copy = new Counter();
            copy.value = value;
            return copy;
        }

        int add(int amount) {
            value += amount;
            return value;
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Named(String name, Function<Counter, Guard<Counter>> guard) {
        Guard<Counter> create() {
            return guard.apply(new Counter());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> guards() {
        return Stream.of(
                new Named("synchronized", SynchronizedGuard::new),
                new Named("mutex", MutexGuard::new),
                new Named("fair mutex", FairMutexGuard::new),
                new Named("read-write lock", ReadWriteLockGuard::new),
                new Named("stamped lock", StampedLockGuard::new),
                new Named("lock-free", LockFreeGuard::new),
                new Named("copy on write", CopyOnWriteGuard::new));
    }

    private static int value(Guard<Counter> guard) {
        return guard.<Void, Integer>read((counter, none) -> counter.value, null);
    }

    private static void inAnotherThread(Runnable call) {
        CompletableFuture.runAsync(call).orTimeout(60, TimeUnit.SECONDS).join();
    }

    @ParameterizedTest
    @MethodSource("guards")
    void update_thenRead_seesTheChange(Named named) {
        Guard<Counter> guard = named.create();
        assertThat(guard.<Integer, Integer>update(Counter::add, 3)).isEqualTo(3);
        assertThat(guard.<Integer, Integer>update(Counter::add, 4)).isEqualTo(7);
        assertThat(value(guard)).isEqualTo(7);
        inAnotherThread(() -> assertThat(value(guard)).isEqualTo(7));
    }

    @ParameterizedTest
    @MethodSource("guards")
    void update_commandThrows_leavesTheGuardFreeForOthers(Named named) {
        Guard<Counter> guard = named.create();
        assertThatThrownBy(() -> guard.update(
                        (counter, none) -> {
                            throw new Refusal();
                        },
                        null))
                .isInstanceOf(Refusal.class);
        inAnotherThread(() -> guard.update(Counter::add, 1));
        assertThat(value(guard)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void read_queryThrows_throwsItOnAndLeavesTheGuardFreeForOthers(Named named) {
        Guard<Counter> guard = named.create();
        assertThatThrownBy(() -> guard.read(
                        (counter, none) -> {
                            throw new Refusal();
                        },
                        null))
                .isInstanceOf(Refusal.class);
        inAnotherThread(() -> guard.update(Counter::add, 1));
        assertThat(value(guard)).isEqualTo(1);
    }

    /** A writer comes between the optimistic read and its validation: the answer is thrown away. */
    @Test
    void stampedLockRead_writerMeanwhile_answersWithTheNewState() {
        Guard<Counter> guard = new StampedLockGuard<>(new Counter());
        AtomicInteger reads = new AtomicInteger();
        int answer = guard.<Void, Integer>read(
                (counter, none) -> {
                    int seen = counter.value;
                    if (reads.incrementAndGet() == 1) {
                        inAnotherThread(() -> guard.update(Counter::add, 1));
                    }
                    return seen;
                },
                null);
        assertThat(answer).isEqualTo(1);
        assertThat(reads).hasValue(2);
    }

    @Test
    void stampedLockRead_tornReadThrows_isRepeated() {
        Guard<Counter> guard = new StampedLockGuard<>(new Counter());
        AtomicInteger reads = new AtomicInteger();
        int answer = guard.<Void, Integer>read(
                (counter, none) -> {
                    if (reads.incrementAndGet() == 1) {
                        inAnotherThread(() -> guard.update(Counter::add, 1));
                        throw new Refusal();
                    }
                    return counter.value;
                },
                null);
        assertThat(answer).isEqualTo(1);
    }

    @Test
    void stampedLockRead_writersAllTheTime_endsUnderTheReadLock() {
        Guard<Counter> guard = new StampedLockGuard<>(new Counter());
        AtomicInteger reads = new AtomicInteger();
        int answer = guard.<Void, Integer>read(
                (counter, none) -> {
                    if (reads.incrementAndGet() <= 2) {
                        inAnotherThread(() -> guard.update(Counter::add, 1));
                    }
                    return counter.value;
                },
                null);
        assertThat(answer).isEqualTo(2);
        assertThat(reads).hasValue(3);
    }

    /** Another update comes between the copy and its publication: the command runs again, and neither is lost. */
    @Test
    void lockFreeUpdate_anotherMeanwhile_losesNeither() {
        Guard<Counter> guard = new LockFreeGuard<>(new Counter());
        AtomicInteger runs = new AtomicInteger();
        int result = guard.<Integer, Integer>update(
                (counter, amount) -> {
                    int sum = counter.add(amount);
                    if (runs.incrementAndGet() == 1) {
                        inAnotherThread(() -> guard.update(Counter::add, 10));
                    }
                    return sum;
                },
                1);
        assertThat(result).isEqualTo(11);
        assertThat(runs).hasValue(2);
        assertThat(value(guard)).isEqualTo(11);
    }

    @Test
    void persistentReads_whileAWriterIsAtWork_doNotWait() {
        for (Guard<Counter> guard : Stream.<Guard<Counter>>of(
                        new LockFreeGuard<>(new Counter()), new CopyOnWriteGuard<>(new Counter()))
                .toList()) {
            guard.update(
                    (counter, none) -> {
                        inAnotherThread(() -> assertThat(value(guard)).isZero());
                        return counter.add(1);
                    },
                    null);
            assertThat(value(guard)).isEqualTo(1);
        }
    }
}
