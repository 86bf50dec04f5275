package io.gauntlet.noise.sample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** One kind of act each. What {@code call} returns says what happened, and whether a lock stayed held. */
public final class Act {

    private Act() {}

    /** A block, an answer out of its middle. */
    public static final class MonitorBlock implements Callable<Object> {
        private final Object monitor = new Object();
        private int value = 3;

        @Override
        public Object call() {
            int seen;
            synchronized (monitor) {
                seen = value;
                value = 4;
            }
            return (seen == 3 ? "first " : "later ") + Thread.holdsLock(monitor);
        }
    }

    /** An exception thrown inside a block. */
    public static final class ThrowingBlock implements Callable<Object> {
        private final Object monitor = new Object();

        @Override
        public Object call() {
            try {
                synchronized (monitor) {
                    throw new IllegalStateException("inside");
                }
            } catch (IllegalStateException e) {
                return e.getMessage() + " " + Thread.holdsLock(monitor);
            }
        }
    }

    /** A block in a block, left by a jump out of both. */
    public static final class NestedBlocks implements Callable<Object> {
        private final Object outer = new Object();
        private final Object inner = new Object();

        @Override
        public Object call() {
            int turns = 0;
            while (true) {
                synchronized (outer) {
                    synchronized (inner) {
                        if (++turns == 2) {
                            break;
                        }
                    }
                }
            }
            return turns + " " + Thread.holdsLock(outer) + " " + Thread.holdsLock(inner);
        }
    }

    /** Synchronized methods: static or not, with wide arguments, calling themselves, throwing. */
    public static final class SynchronizedMethods implements Callable<Object> {

        @Override
        public Object call() {
            String thrown;
            try {
                thrown = refuse("bad");
            } catch (IllegalArgumentException e) {
                thrown = e.getMessage();
            }
            return sum(1L, 2.5, (byte) 3, "4") + " " + factorial(5) + " " + thrown + " " + Thread.holdsLock(this) + " "
                    + Thread.holdsLock(SynchronizedMethods.class);
        }

        private synchronized double sum(long wide, double wider, byte narrow, String text) {
            return wide + wider + narrow + Integer.parseInt(text);
        }

        private static synchronized long factorial(int n) {
            return n <= 1 ? 1 : n * factorial(n - 1);
        }

        private synchronized String refuse(String what) {
            throw new IllegalArgumentException("refused " + what + " " + Thread.holdsLock(this));
        }
    }

    /** A lock released in a finally clause, after an answer and after an exception. */
    public static final class LockAndFinally implements Callable<Object> {
        private final ReentrantLock own = new ReentrantLock();
        private final Lock lock = own;

        @Override
        public Object call() {
            int answer = locked(false);
            try {
                return locked(true);
            } catch (IllegalStateException e) {
                return answer + " " + e.getMessage() + " " + own.isLocked();
            }
        }

        private int locked(boolean fail) {
            lock.lock();
            try {
                if (fail) {
                    throw new IllegalStateException("inside");
                }
                return 7;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Both halves of a read-write lock. */
    public static final class ReadWriteLocks implements Callable<Object> {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        @Override
        public Object call() {
            lock.readLock().lock();
            int readers = lock.getReadLockCount();
            lock.readLock().unlock();
            boolean written = lock.writeLock().tryLock();
            lock.writeLock().unlock();
            return readers + " " + written + " " + lock.isWriteLocked();
        }
    }

    /** An optimistic read that is validated. */
    public static final class OptimisticRead implements Callable<Object> {
        private final StampedLock lock = new StampedLock();

        @Override
        public Object call() {
            long stamp = lock.tryOptimisticRead();
            boolean valid = lock.validate(stamp);
            long written = lock.writeLock();
            lock.unlockWrite(written);
            return valid + " " + lock.validate(stamp);
        }
    }

    /** Volatile fields of every width, among the operands of one expression. */
    public static final class VolatileOperands implements Callable<Object> {
        private static volatile int shared = 2;

        private volatile long wide = 3;
        private volatile double wider = 0.5;
        private volatile String text = "x";

        @Override
        public Object call() {
            double mixed = 1.5 + wider * (wide++ + shared) - (wider = 2 * wide);
            text = text + mixed;
            return text + wide + wider;
        }
    }

    /** A volatile field that a superclass declares, in a superclass that is on trial too. */
    public static final class InheritedVolatile extends Above implements Callable<Object> {
        @Override
        public Object call() {
            inherited = 5;
            return inherited;
        }
    }

    /** Declares it. */
    static class Above {
        volatile int inherited;
    }

    /** Compare-and-set and its kin. */
    public static final class Atomics implements Callable<Object> {
        private final AtomicReference<String> reference = new AtomicReference<>("a");
        private final AtomicLong number = new AtomicLong(4);

        @Override
        public Object call() {
            boolean swapped = reference.compareAndSet("a", "b");
            return swapped + reference.getAcquire() + number.incrementAndGet();
        }
    }

    /** A field reached through a variable handle. */
    public static final class VariableHandle implements Callable<Object> {
        private static final VarHandle FIELD;

        static {
            try {
                FIELD = MethodHandles.lookup().findVarHandle(VariableHandle.class, "field", long.class);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("no field", e);
            }
        }

        private long field = 1;

        @Override
        public Object call() {
            boolean swapped = FIELD.compareAndSet(this, 1L, 2L);
            long before = (long) FIELD.getAndAdd(this, 3L);
            FIELD.setRelease(this, (long) FIELD.getAcquire(this) + 1L);
            VarHandle.fullFence();
            return swapped + " " + before + " " + field;
        }
    }

    /** A field reached through an updater. */
    public static final class FieldUpdater implements Callable<Object> {
        private static final AtomicIntegerFieldUpdater<FieldUpdater> FIELD =
                AtomicIntegerFieldUpdater.newUpdater(FieldUpdater.class, "field");

        private volatile int field = 1;

        @Override
        public Object call() {
            return FIELD.addAndGet(this, 2);
        }
    }

    /** A lock of one's own, made of the JDK's. */
    public static final class OwnLock implements Callable<Object> {
        private final Counting lock = new Counting();

        @Override
        public Object call() {
            lock.lock();
            boolean held = lock.isHeldByCurrentThread();
            lock.unlock();
            return held + " " + lock.isLocked();
        }

        private static final class Counting extends ReentrantLock {
            private static final long serialVersionUID = 1L;
        }
    }

    /** Waiting, for a moment and for what is already there. */
    public static final class WaitAndNotify implements Callable<Object> {
        @Override
        public synchronized Object call() throws InterruptedException {
            notifyAll();
            wait(1);
            return Thread.holdsLock(this);
        }
    }

    /** Acts among the arguments of a constructor, before that of the superclass was called. */
    public static final class BeforeSuper implements Callable<Object> {
        private static final AtomicLong COUNT = new AtomicLong();
        private static volatile int offset = 10;

        @Override
        public Object call() {
            COUNT.set(0);
            return new Sub(COUNT.get() == 0 ? 2 : 3).value;
        }

        private static class Super {
            final long value;

            Super(long value) {
                this.value = value;
            }
        }

        private static final class Sub extends Super {
            Sub(int factor) {
                super(factor * COUNT.incrementAndGet() + (offset > 5 ? offset : -offset));
            }
        }
    }

    /** An act inside a lambda. */
    public static final class InLambda implements Callable<Object> {
        private volatile int field = 6;

        @Override
        public Object call() {
            Supplier<Integer> reader = () -> field;
            return reader.get();
        }
    }

    /** A loop and a switch, so that labels and frames stand where points go. */
    public static final class Jumps implements Callable<Object> {
        private final Object monitor = new Object();
        private volatile int turn;

        @Override
        public Object call() {
            StringBuilder path = new StringBuilder();
            for (turn = 0; turn < 4; turn++) {
                synchronized (monitor) {
                    switch (turn) {
                        case 0:
                            path.append('a');
                            continue;
                        case 1:
                            path.append('b');
                            break;
                        default:
                            path.append(turn > 2 ? 'd' : 'c');
                    }
                }
                path.append('.');
            }
            return path.toString() + Thread.holdsLock(monitor);
        }
    }

    /** Of the JDK's collections one that is synchronized, and shows it. */
    public static final class ConcurrentMap implements Callable<Object> {
        private final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();

        @Override
        public Object call() {
            map.put("a", 1);
            return map.get("a");
        }
    }

    /** No act of synchronization, but fields and a collection that others might see half changed. */
    public static final class Plain implements Callable<Object> {
        private final List<String> list = new ArrayList<>();
        private int size;

        @Override
        public Object call() {
            list.add("one");
            size = size + list.size();
            return size;
        }
    }
}
