package io.gauntlet.coordinator.guard;

import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Shares a state that readers look at without a lock, and look at again if a writer was there meanwhile: a sequence lock.
 *
 * <p><b>Layout.</b> A state that may be read while it changes, and a {@link StampedLock}, whose stamp changes with each
 * write.
 *
 * <p><b>Linearization points.</b> An update: the release of the write lock. A read: its last {@code tryOptimisticRead}, as
 * {@code validate} then shows that no writer held the lock from there to the end; or, on the slow path, any instant while it
 * holds the read lock.
 *
 * <p><b>Memory order.</b> {@code tryOptimisticRead} reads the stamp with acquire semantics, and {@code validate} is
 * preceded by an acquire fence, so the plain reads of the query stay between the two (Boehm, "Can seqlocks get along with
 * programming language memory models?", 2012; {@link StampedLock#validate}). What a query returned or threw before that is
 * not looked at: a torn read may throw anything.
 *
 * <p><b>Progress.</b> Writers block one another. A reader writes nothing shared while it is lucky; after {@value
 * #OPTIMISTIC_READS} unlucky reads it waits for the read lock like everybody else, so it always ends.
 *
 * <p><b>Not when</b> writes are frequent or reads long: then most reads are done twice. The lock is not reentrant, and past
 * 126 readers at once its slow path counts them under a spin lock.
 *
 * @param <T> a state on which a query is harmless while a command runs
 */
public final class StampedLockGuard<T extends ReadableWhileChanging> implements Guard<T> {

    private static final int OPTIMISTIC_READS = 2;

    private final StampedLock lock = new StampedLock();
    private final T state;

    public StampedLockGuard(T state) {
        this.state = Objects.requireNonNull(state, "state");
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        for (int reads = 0; reads < OPTIMISTIC_READS; reads++) {
            long stamp = lock.tryOptimisticRead();
            if (stamp == 0) {
                break; // a writer is there
            }
            try {
                R answer = query.ask(state, argument);
                if (lock.validate(stamp)) {
                    return answer;
                }
            } catch (RuntimeException | Error perhapsTorn) {
                if (lock.validate(stamp)) {
                    throw perhapsTorn;
                }
            }
        }
        long stamp = lock.readLock();
        try {
            return query.ask(state, argument);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        long stamp = lock.writeLock();
        try {
            return command.apply(state, argument);
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
