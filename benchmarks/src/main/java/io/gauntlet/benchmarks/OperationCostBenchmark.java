package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.contract.StateChangeReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each operation costs a caller who is alone, in time and in bytes, and how that grows with the number of open sessions.
 *
 * <p>Two sessions wait for input, however many are open. Calls for one session go round all the others in a shuffled order, so
 * that no cache of one session flatters. Operations that cannot be repeated alone come with the one that undoes them: closing
 * with creating again, posting with processing, and {@code updateSessionState} has each session wait and then go on. Saving
 * goes to a store that keeps nothing: what it costs is the copy.
 *
 * <p>What you should see: from 10 to 10 000 sessions {@code getSession}, {@code switchSession} and the updates rise by what
 * deeper maps and colder caches cost, never a thousandfold; {@code getWaitingSessions} and all that asks for no session stay
 * flat; {@code switchSessionByNumber} grows with the number of sessions, and so do {@code listSessions} and {@code snapshot},
 * but where the table is persistent. With {@code -prof gc}, {@code gc.alloc.rate.norm} of {@code activeSessionId}, {@code
 * getSession}, {@code droppedStateChanges} and {@code saveSession} is 0 B/op (JMH itself rounds to a few thousandths) on every
 * strategy; lists and snapshots allocate the copy that they return, or a wrapper alone where the table is persistent.
 *
 * <pre>
 *   java -jar benchmarks.jar OperationCost -prof gc
 *   java -jar benchmarks.jar "OperationCost.*getSession" -p strategy=MUTEX,REFERENCE -p sessions=10,100,1000,10000
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class OperationCostBenchmark {

    /** Returns the names of all benchmarks here, in the order of the contract. */
    public static List<String> operations() {
        return List.of(
                "closeAndCreateSession",
                "switchSession",
                "switchSessionByNumber",
                "activeSessionId",
                "getSession",
                "listSessions",
                "getWaitingSessions",
                "updateSessionState",
                "processNoStateChanges",
                "postAndProcessStateChange",
                "saveSession",
                "updateResourceStats",
                "snapshot",
                "postStateChangeInVain",
                "droppedStateChanges",
                "appendOutput");
    }

    /** Open sessions, and a caller that goes round those that do not wait. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets parameters, then calls the set-up
    public static class Sessions {

        private static final int WAITING = 2;

        /** Little, so that each session has as much output as it keeps before anything is measured. */
        private static final int MAX_OUTPUT_BYTES = 256;

        /** {@link BenchmarksMain} puts every strategy in the place of this one, so that there is only one list of them. */
        @Param("MUTEX")
        public String strategy;

        @Param("10")
        public int sessions;

        @Param("20261124")
        public long seed;

        SessionCoordinator coordinator;
        String[] ids;
        String[] names;
        String[] numbers;
        ResourceStats[] stats;
        String[] lines;
        StateChange[] changes;
        private int current;
        private boolean waits;

        @Setup(Level.Trial)
        public void open() {
            if (sessions <= WAITING) {
                throw new IllegalArgumentException("sessions '" + sessions + "' is not valid: allowed are "
                        + (WAITING + 1) + " to " + Population.MAX_SESSIONS + ", because " + WAITING + " wait");
            }
            Population population = new Population(sessions);
            coordinator = Subject.named(strategy)
                    .create(population
                            .config()
                            .withMaxOutputBytes(MAX_OUTPUT_BYTES)
                            .withStore(session -> {}));
            population.openIn(coordinator, WAITING);
            makeArguments(population, shuffledNumbers());
        }

        private List<Integer> shuffledNumbers() {
            List<Integer> numbers =
                    IntStream.range(WAITING, sessions).boxed().collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(numbers, new Random(seed));
            return numbers;
        }

        private void makeArguments(Population population, List<Integer> order) {
            ids = order.stream().map(population::id).toArray(String[]::new);
            names = order.stream().map(population::name).toArray(String[]::new);
            numbers = order.stream().map(number -> String.valueOf(number + 1)).toArray(String[]::new);
            stats = order.stream()
                    .map(number -> new ResourceStats(number * 1_048_576L, number))
                    .toArray(ResourceStats[]::new);
            lines = order.stream()
                    .map(number -> "a line of output of session " + number + "\n")
                    .toArray(String[]::new);
            changes = order.stream()
                    .map(number -> new StateChange.Error(population.id(number), "a tool failed"))
                    .toArray(StateChange[]::new);
        }

        int next() {
            current = current + 1 == ids.length ? 0 : current + 1;
            return current;
        }

        /** Has each session wait, and then go on. */
        Session changeState() {
            waits = !waits;
            return waits
                    ? coordinator.updateSessionState(ids[next()], SessionState.WAITING_FOR_INPUT)
                    : coordinator.updateSessionState(ids[current], SessionState.ACTIVE);
        }
    }

    /** The same with a queue of state changes that is full. */
    @State(Scope.Benchmark)
    public static class SessionsWithFullQueue extends Sessions {

        @Setup(Level.Trial)
        public void fill() {
            StateChange change = new StateChange.NeedsInput("nobody");
            while (coordinator.postStateChange(change)) {
                // Until one is dropped.
            }
        }
    }

    @Benchmark
    public Session closeAndCreateSession(Sessions open) {
        int session = open.next();
        open.coordinator.closeSession(open.ids[session]);
        return open.coordinator.createSession(open.ids[session], open.names[session]);
    }

    @Benchmark
    public Session switchSession(Sessions open) {
        return open.coordinator.switchSession(open.names[open.next()]);
    }

    @Benchmark
    public Session switchSessionByNumber(Sessions open) {
        return open.coordinator.switchSession(open.numbers[open.next()]);
    }

    @Benchmark
    public @Nullable String activeSessionId(Sessions open) {
        return open.coordinator.activeSessionId();
    }

    @Benchmark
    public @Nullable Session getSession(Sessions open) {
        return open.coordinator.getSession(open.ids[open.next()]);
    }

    @Benchmark
    public List<Session> listSessions(Sessions open) {
        return open.coordinator.listSessions();
    }

    @Benchmark
    public List<Session> getWaitingSessions(Sessions open) {
        return open.coordinator.getWaitingSessions();
    }

    @Benchmark
    public Session updateSessionState(Sessions open) {
        return open.changeState();
    }

    @Benchmark
    public StateChangeReport processNoStateChanges(Sessions open) {
        return open.coordinator.processStateChanges();
    }

    @Benchmark
    public StateChangeReport postAndProcessStateChange(Sessions open) {
        open.coordinator.postStateChange(open.changes[open.next()]);
        return open.coordinator.processStateChanges();
    }

    @Benchmark
    public Session saveSession(Sessions open) {
        return open.coordinator.saveSession(open.ids[open.next()]);
    }

    @Benchmark
    public Session updateResourceStats(Sessions open) {
        int session = open.next();
        return open.coordinator.updateResourceStats(open.ids[session], open.stats[session]);
    }

    @Benchmark
    public CoordinatorSnapshot snapshot(Sessions open) {
        return open.coordinator.snapshot();
    }

    @Benchmark
    public boolean postStateChangeInVain(SessionsWithFullQueue open) {
        return open.coordinator.postStateChange(open.changes[open.next()]);
    }

    @Benchmark
    public long droppedStateChanges(Sessions open) {
        return open.coordinator.droppedStateChanges();
    }

    @Benchmark
    public Session appendOutput(Sessions open) {
        int session = open.next();
        return open.coordinator.appendOutput(open.ids[session], open.lines[session]);
    }
}
