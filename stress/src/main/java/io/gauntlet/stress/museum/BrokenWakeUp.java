package io.gauntlet.stress.museum;

import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.Query;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A home-made readers-writer lock whose readers wait under an {@code if}: once woken they do not look again.
 *
 * <p>A writer is in, a reader waits; the writer leaves and wakes the reader; before that one is back, the next writer is in;
 * the reader goes ahead beside it. Woken means that the lock was free, not that it is.
 *
 * @param <T> any mutable state
 */
final class BrokenWakeUp<T> implements Guard<T> {

    private final ReentrantLock monitor = new ReentrantLock();
    private final Condition changed = monitor.newCondition();
    private final T state;
    private boolean writing;
    private int readers;

    BrokenWakeUp(T state) {
        this.state = state;
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R read(
            Query<? super T, ? super A, R> query, A argument) {
        beginReading();
        try {
            return query.ask(state, argument);
        } finally {
            endReading();
        }
    }

    @Override
    public <A extends @Nullable Object, R extends @Nullable Object> R update(
            Command<? super T, ? super A, R> command, A argument) {
        beginWriting();
        try {
            return command.apply(state, argument);
        } finally {
            endWriting();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the bug
    private void beginReading() {
        monitor.lock();
        try {
            if (writing) {
                changed.awaitUninterruptibly();
            }
            readers++;
        } finally {
            monitor.unlock();
        }
    }

    private void endReading() {
        monitor.lock();
        try {
            readers--;
            changed.signalAll();
        } finally {
            monitor.unlock();
        }
    }

    private void beginWriting() {
        monitor.lock();
        try {
            while (writing || readers > 0) {
                changed.awaitUninterruptibly();
            }
            writing = true;
        } finally {
            monitor.unlock();
        }
    }

    private void endWriting() {
        monitor.lock();
        try {
            writing = false;
            changed.signalAll();
        } finally {
            monitor.unlock();
        }
    }
}
