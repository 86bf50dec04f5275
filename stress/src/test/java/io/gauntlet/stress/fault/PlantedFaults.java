package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.GuardedCoordinator;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.guard.Command;
import io.gauntlet.coordinator.guard.Guard;
import io.gauntlet.coordinator.guard.MutexGuard;
import io.gauntlet.coordinator.guard.Query;
import io.gauntlet.coordinator.rules.PersistentSessionTable;
import io.gauntlet.coordinator.rules.SessionRules;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.canary.Planted;
import io.gauntlet.stress.museum.UnderOneGuard;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For each fault, and each question asked after it, a bug that nothing but this fault brings to light. */
enum PlantedFaults {
    SWALLOWS_INTERRUPTS(
            Fault.INTERRUPTED,
            "a wrong answer: .* swallowed an interrupt: the status of its caller is gone",
            FaultCanaries.swallowedInterrupts()),

    /**
     * Acknowledged, and lost: a caller that is interrupted while it waits changes a copy that nobody will see. Which answer shows
     * it first is chance.
     */
    LOSES_UPDATE_OF_INTERRUPTED(
            Fault.INTERRUPTED,
            "(a wrong answer|a wrong end|no order): .*",
            config -> new GuardedCoordinator<>(config, new GivesUpOnInterrupt())),

    THROWS_ON_INTERRUPT(
            Fault.INTERRUPTED,
            "a wrong answer: GetSession: threw java.lang.IllegalStateException: interrupted",
            Planted.answer("getSession", answer -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("interrupted");
                }
                return answer;
            })),

    KEEPS_LOCK_ON_ERROR(Fault.KILLED_CALLER, "no progress: .*", FaultCanaries.lockKeptOnError()),

    /** The invariants: a session gets a name for the meantime before the clock is asked, and nobody takes it away again. */
    LEAVES_CREATION_HALF_DONE(
            Fault.KILLED_CALLER, "a wrong (answer|end): .*the name 'Provisional' is open twice.*", HalfCreated::new),

    /** What a dead caller had been told was done goes with it. */
    FORGETS_THE_DEAD(
            Fault.KILLED_CALLER,
            "a wrong end: callers left .* sessions open, the coordinator has .*",
            ForgetsTheDead::new),

    BELIEVES_FAILED_SAVE(
            Fault.STORE_THROWS,
            "a wrong answer: SaveSession: the save was acknowledged, and the store had thrown .*",
            config -> new UnderMutex(config) {
                @Override
                public Session saveSession(String id) {
                    try {
                        return super.saveSession(id);
                    } catch (SaveFailed ignored) {
                        return Objects.requireNonNull(getSession(id));
                    }
                }
            }),

    FAILED_SAVE_CHANGES_SESSION(
            Fault.STORE_THROWS,
            "a wrong answer: .*the statistics of .*, acknowledged was .*",
            config -> new UnderMutex(config) {
                @Override
                public Session saveSession(String id) {
                    try {
                        return super.saveSession(id);
                    } catch (SaveFailed failed) {
                        updateResourceStats(id, new ResourceStats(Long.MAX_VALUE, 0));
                        throw failed;
                    }
                }
            }),

    SAVES_UNDER_GUARD(Fault.STORE_STALLS, "no progress: .*", Subject.named("BrokenSaveUnderLock")::create),

    MISCOUNTS_DROPS(
            Fault.FULL_QUEUE,
            "a wrong answer: .* changes are said to be dropped, .*",
            Planted.answer("droppedStateChanges", answer -> (long) answer / 2)),

    /** The queue is full, and its caller told otherwise. */
    PRETENDS_TO_QUEUE(
            Fault.FULL_QUEUE,
            "a wrong end: .* changes acknowledged as queued, .*",
            Planted.answer("postStateChange", answer -> true)),

    /** The last drop is counted by nobody: no one caller can tell, all together can. */
    COUNTS_DROPS_ONE_SHORT(
            Fault.FULL_QUEUE,
            "a wrong end: .* changes dropped, the coordinator counts .*",
            config -> new UnderMutex(config) {
                @Override
                public CoordinatorSnapshot snapshot() {
                    CoordinatorSnapshot right = super.snapshot();
                    return new CoordinatorSnapshot(
                            right.sessions(),
                            right.activeSessionId(),
                            right.outputBytes(),
                            right.pendingStateChanges(),
                            oneShort(right.droppedStateChanges()));
                }

                @Override
                public long droppedStateChanges() {
                    return oneShort(super.droppedStateChanges());
                }

                private long oneShort(long dropped) {
                    return dropped < MANY ? dropped : dropped - 1;
                }
            }),

    WAITS_FOR_ROOM(Fault.FULL_QUEUE, "no progress: .*", WaitsForRoom::new),

    /** Statistics are cheap to get again, somebody thought. */
    HOLDS_WEAKLY(Fault.HEAP_PRESSURE, "a wrong answer: GetSession: the statistics of 'own-.*", HoldsWeakly::new),

    LISTS_BY_CLOCK(
            Fault.CLOCK_STEPS,
            "a wrong (answer|end): .*(not in creation order|listed before it).*",
            config -> new UnderMutex(config) {
                @Override
                public List<Session> listSessions() {
                    return sorted(super.listSessions());
                }

                @Override
                public CoordinatorSnapshot snapshot() {
                    CoordinatorSnapshot right = super.snapshot();
                    return new CoordinatorSnapshot(
                            sorted(right.sessions()),
                            right.activeSessionId(),
                            right.outputBytes(),
                            right.pendingStateChanges(),
                            right.droppedStateChanges());
                }

                private List<Session> sorted(List<Session> sessions) {
                    return sessions.stream()
                            .sorted(Comparator.comparing(Session::createdAt))
                            .toList();
                }
            });

    private static final long MANY = 100;

    private final Fault fault;
    private final String message;
    private final Function<CoordinatorConfig, SessionCoordinator> factory;

    PlantedFaults(Fault fault, String message, Function<CoordinatorConfig, SessionCoordinator> factory) {
        this.fault = fault;
        this.message = message;
        this.factory = factory;
    }

    /** Returns the fault that must bring it to light. */
    Fault fault() {
        return fault;
    }

    /** Returns all that may be said of it, question first, as a regular expression. */
    String message() {
        return message;
    }

    SessionCoordinator create(CoordinatorConfig config) {
        return factory.apply(config);
    }

    private static class UnderMutex extends UnderOneGuard {
        UnderMutex(CoordinatorConfig config) {
            super(config, new MutexGuard<>(new PersistentSessionTable()));
        }
    }

    /** A mutex whose interrupted callers change a copy. */
    private static final class GivesUpOnInterrupt implements Guard<PersistentSessionTable> {

        private final ReentrantLock lock = new ReentrantLock();
        private final PersistentSessionTable state = new PersistentSessionTable();

        @Override
        public <A extends @Nullable Object, R extends @Nullable Object> R read(
                Query<? super PersistentSessionTable, ? super A, R> query, A argument) {
            lock.lock();
            try {
                return query.ask(state, argument);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public <A extends @Nullable Object, R extends @Nullable Object> R update(
                Command<? super PersistentSessionTable, ? super A, R> command, A argument) {
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return read((table, same) -> command.apply(table.copy(), same), argument);
            }
            try {
                return command.apply(state, argument);
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class HalfCreated extends UnderOneGuard {

        private static final long AFTER_ALL_OTHERS = 1L << 40;

        private record Wanted(String id, String name) {}

        private final CoordinatorConfig config;
        private final Guard<PersistentSessionTable> guard;

        HalfCreated(CoordinatorConfig config) {
            this(config, new MutexGuard<>(new PersistentSessionTable()));
        }

        private HalfCreated(CoordinatorConfig config, Guard<PersistentSessionTable> guard) {
            super(config, guard);
            this.config = config;
            this.guard = guard;
        }

        @Override
        public Session createSession(String id, String name) {
            return guard.update(this::create, new Wanted(id, name));
        }

        private Session create(PersistentSessionTable table, Wanted wanted) {
            Session provisional = Session.created(
                    wanted.id, "Provisional", AFTER_ALL_OTHERS + wanted.id.hashCode(), Instant.EPOCH, /* version= */ 0);
            table.add(provisional);
            SessionRules.Creation creation = new SessionRules.Creation(
                    wanted.id, wanted.name, config.clock().instant(), config.maxActiveSessions());
            table.remove(provisional);
            return SessionRules.create(table, creation);
        }
    }

    private static final class ForgetsTheDead extends UnderMutex {
        ForgetsTheDead(CoordinatorConfig config) {
            super(config);
        }

        @Override
        public Session saveSession(String id) {
            try {
                return super.saveSession(id);
            } catch (Error error) {
                closeSession(id);
                throw error;
            }
        }
    }

    private static final class WaitsForRoom extends UnderMutex {

        private final Semaphore room;

        WaitsForRoom(CoordinatorConfig config) {
            super(config);
            room = new Semaphore(config.maxPendingStateChanges());
        }

        @Override
        public boolean postStateChange(StateChange change) {
            try {
                // The bound is the test's: as good as for ever.
                room.tryAcquire(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.postStateChange(change);
        }
    }

    private static final class HoldsWeakly extends UnderMutex {

        private final Map<String, WeakReference<ResourceStats>> stats = new ConcurrentHashMap<>();

        HoldsWeakly(CoordinatorConfig config) {
            super(config);
        }

        @Override
        public Session updateResourceStats(String id, ResourceStats value) {
            stats.put(id, new WeakReference<>(new ResourceStats(value.memoryBytes(), value.cpuMillis())));
            return super.updateResourceStats(id, value);
        }

        @Override
        public @Nullable Session getSession(String id) {
            Session session = super.getSession(id);
            WeakReference<ResourceStats> held = stats.get(id);
            if (session == null || held == null) {
                return session;
            }
            ResourceStats left = held.get();
            return session.withResourceStats(left == null ? ResourceStats.NONE : left, session.version());
        }
    }
}
