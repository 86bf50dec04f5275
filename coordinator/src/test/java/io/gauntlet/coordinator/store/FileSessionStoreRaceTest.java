package io.gauntlet.coordinator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.store.FaultyDisk.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Saves of one id that race: whatever the order of their steps, the greatest version remains. */
class FileSessionStoreRaceTest {

    private static final long SEED = Long.getLong("gauntlet.seed", 20261124);
    private static final int BOUND_SECONDS = 60;
    private static final int SAVERS = 8;
    private static final int VERSIONS_PER_SAVER = 40;

    private final FaultyDisk disk = new FaultyDisk();
    private final ExecutorService savers = Executors.newCachedThreadPool();
    private Path folder;
    private FileSessionStore store;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary.toRealPath();
        store = FileSessionStore.open(folder, disk);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        savers.shutdownNow();
        assertThat(savers.awaitTermination(BOUND_SECONDS, TimeUnit.SECONDS))
                .as("all savers ended")
                .isTrue();
        store.close();
    }

    /** The older version is held before a step of its own, or after writing all of it, while the newer one is saved. */
    @ParameterizedTest
    @EnumSource(names = {"CREATE", "WRITE", "SYNC", "CLOSE"})
    void save_overtakenByANewerVersion_leavesTheNewer(Step step) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        FaultyDisk.Fault hold = at -> {
            if (at == step && first.getAndSet(false)) {
                held.countDown();
                await(overtaken, "the newer version to be saved");
            }
        };
        disk.before(hold);
        disk.after(hold);
        Future<Void> older = start(() -> store.save(SavedSessions.of("a", 1)));
        await(held, "the older version to reach " + step);
        store.save(SavedSessions.of("a", 2));
        overtaken.countDown();
        finish(older);
        assertThat(store.load("a")).contains(SavedSessions.of("a", 2));
        assertThatNoTemporaryRemains();
    }

    /** Acknowledging the older one before the newer one is there to stay would promise what a power cut may take. */
    @Test
    void save_ofOlderVersionWhileTheNewerIsBeingReplaced_returnsOnlyAfterIt() throws Exception {
        store.save(SavedSessions.of("a", 1));
        CountDownLatch replaced = new CountDownLatch(1);
        Caller olderSaver = new Caller();
        AtomicBoolean newerStays = new AtomicBoolean();
        AtomicBoolean first = new AtomicBoolean(true);
        disk.before(step -> {
            if (step == Step.SYNC_FOLDER && first.getAndSet(false)) {
                replaced.countDown();
                olderSaver.awaitThatItWaitsOrEnds();
                newerStays.set(true);
            }
        });
        Future<Void> newer = start(() -> store.save(SavedSessions.of("a", 3)));
        await(replaced, "the newer version to be in place");
        Future<Void> older = start(olderSaver.of(() -> {
            store.save(SavedSessions.of("a", 2));
            assertThat(newerStays).as("the newer version was synced").isTrue();
        }));
        finish(older);
        finish(newer);
        assertThat(store.load("a")).contains(SavedSessions.of("a", 3));
    }

    @Test
    void save_byEightThreads_leavesTheGreatestVersionOfEachId() throws Exception {
        System.out.println("seed " + SEED);
        List<String> ids = List.of("a", "b", "c");
        CyclicBarrier start = new CyclicBarrier(SAVERS);
        List<Future<Void>> running = new ArrayList<>();
        for (int saver = 0; saver < SAVERS; saver++) {
            List<Long> versions = versionsOf(saver);
            running.add(start(() -> {
                start.await(BOUND_SECONDS, TimeUnit.SECONDS);
                for (long version : versions) {
                    String id = ids.get((int) (version % ids.size()));
                    store.save(SavedSessions.of(id, version));
                    Session kept = store.load(id).orElseThrow();
                    assertThat(kept).isEqualTo(SavedSessions.of(id, kept.version()));
                    assertThat(kept.version()).isGreaterThanOrEqualTo(version);
                }
            }));
        }
        for (Future<Void> saver : running) {
            finish(saver);
        }
        long versions = (long) SAVERS * VERSIONS_PER_SAVER;
        for (int i = 0; i < ids.size(); i++) {
            int remainder = i;
            long greatest = LongStream.range(0, versions)
                    .filter(version -> version % ids.size() == remainder)
                    .max()
                    .orElseThrow();
            assertThat(store.load(ids.get(i))).contains(SavedSessions.of(ids.get(i), greatest));
        }
        assertThatNoTemporaryRemains();
    }

    /** Half a saver's versions ascend, so that many replace; half are shuffled, so that many come too late. */
    private static List<Long> versionsOf(int saver) {
        List<Long> versions = new ArrayList<>(LongStream.range(0, VERSIONS_PER_SAVER)
                .mapToObj(i -> i * SAVERS + saver)
                .toList());
        if (saver % 2 == 1) {
            Collections.shuffle(versions, new Random(SEED + saver));
        }
        return versions;
    }

    @Test
    void save_byThreadsThatAreInterrupted_losesNoneAndLetsTheOthersWork() throws Exception {
        System.out.println("seed " + SEED);
        AtomicInteger saved = new AtomicInteger();
        AtomicInteger savedInterrupted = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        int threads = 3;
        int versions = 60;
        int interruptsToMeet = 10;
        Thread[] saving = new Thread[threads];
        CountDownLatch known = new CountDownLatch(threads);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int saver = i;
            running.add(start(() -> {
                saving[saver] = Thread.currentThread();
                known.countDown();
                try {
                    int met = 0;
                    for (long version = 1; version <= versions || met < interruptsToMeet; version++) {
                        store.save(SavedSessions.of("session " + saver, version));
                        if (Thread.interrupted()) {
                            met++;
                            savedInterrupted.incrementAndGet();
                        }
                        saved.incrementAndGet();
                        assertThat(store.load("session " + saver))
                                .contains(SavedSessions.of("session " + saver, version));
                    }
                } finally {
                    ended.incrementAndGet();
                }
            }));
        }
        await(known, "the savers to start");
        Random random = new Random(SEED);
        int seen = 0;
        int interrupts = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        while (ended.get() < threads) {
            assertThat(deadline - System.nanoTime())
                    .as("nanoseconds left for %d threads to end", threads - ended.get())
                    .isPositive();
            if (saved.get() != seen) {
                seen = saved.get();
                spin(random.nextInt((int) TimeUnit.MILLISECONDS.toNanos(2)));
                saving[interrupts++ % threads].interrupt();
            }
            Thread.onSpinWait();
        }
        for (Future<Void> saver : running) {
            finish(saver);
        }
        assertThat(saved).hasValueGreaterThanOrEqualTo(threads * versions);
        assertThat(savedInterrupted)
                .as("saves that were interrupted, by %d interrupts", interrupts)
                .hasValueGreaterThanOrEqualTo(threads * interruptsToMeet);
        assertThatNoTemporaryRemains();
    }

    @Test
    void close_whileASaveIsUnderWay_waitsForIt() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        Caller closing = new Caller();
        AtomicBoolean written = new AtomicBoolean();
        disk.before(step -> {
            if (step == Step.REPLACE) {
                held.countDown();
                closing.awaitThatItWaitsOrEnds();
                written.set(true);
            }
        });
        Future<Void> save = start(() -> store.save(SavedSessions.of("a", 1)));
        await(held, "the save to reach its last step but one");
        Future<Void> close = start(closing.of(() -> {
            store.close();
            assertThat(written)
                    .as("the save went on before the store was closed")
                    .isTrue();
        }));
        finish(close);
        finish(save);
        try (FileSessionStore successor = FileSessionStore.open(folder)) {
            assertThat(successor.load("a")).contains(SavedSessions.of("a", 1));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** A thread of which is known whether it waits for a lock of the store, or has ended because it did not have to. */
    private static final class Caller {
        private volatile @Nullable Thread thread;
        private volatile boolean ended;

        Work of(Work work) {
            return () -> {
                thread = Thread.currentThread();
                try {
                    work.run();
                } finally {
                    ended = true;
                }
            };
        }

        void awaitThatItWaitsOrEnds() {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
            while (!ended && !waits()) {
                assertThat(deadline - System.nanoTime())
                        .as("nanoseconds left for %s to wait or to end", thread)
                        .isPositive();
                Thread.onSpinWait();
            }
        }

        private boolean waits() {
            Thread known = thread;
            return known != null && LockSupport.getBlocker(known) instanceof AbstractOwnableSynchronizer;
        }
    }

    private Future<Void> start(Work work) {
        Callable<Void> task = () -> {
            work.run();
            return null;
        };
        return savers.submit(task);
    }

    private static void finish(Future<Void> saver) throws Exception {
        saver.get(BOUND_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch, String what) {
        try {
            if (!latch.await(BOUND_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited " + BOUND_SECONDS + " s in vain for " + what);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + what, e);
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private void assertThatNoTemporaryRemains() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .noneMatch(file -> FileNames.isTemporary(file.getFileName().toString()));
        }
    }
}
