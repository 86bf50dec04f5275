package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * How lookups grow with the number of open sessions, for a caller who is alone.
 *
 * <p>Each call asks for the next of 1 024 sessions spread over all of them. What you should see: from 10 to 10 000 sessions
 * {@code getSession} and {@code switchSession} rise by what the caches cost, never a thousandfold; {@code
 * getWaitingSessions} depends on how many wait and not on how many are open, so that with none waiting it stays flat.
 *
 * <pre>
 *   java -jar benchmarks.jar LookupGrowth -p strategy=MUTEX,LOCK_FREE
 *   java -jar benchmarks.jar "LookupGrowth.*getWaitingSessions" -p waiting=0,1,10 -p sessions=10,10000
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class LookupGrowthBenchmark {

    private static final int ASKED = 1_024;

    /** Open sessions, and a caller that goes round those it asks for. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets parameters, then calls the set-up
    public static class Lookups {

        @Param("MUTEX")
        public String strategy;

        @Param({"10", "100", "1000", "10000"})
        public int sessions;

        private final String[] ids = new String[ASKED];
        private final String[] names = new String[ASKED];
        private SessionCoordinator coordinator;
        private int next;

        @Setup(Level.Trial)
        public void open() {
            coordinator = Waiting.openIn(Subject.named(strategy), sessions, /* waiting= */ 0);
            Population population = new Population(sessions);
            for (int asked = 0; asked < ASKED; asked++) {
                int number = (int) ((long) asked * sessions / ASKED);
                ids[asked] = population.id(number);
                names[asked] = population.name(number);
            }
        }

        private int next() {
            next = (next + 1) & (ASKED - 1);
            return next;
        }
    }

    /** Open sessions of which some wait. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets parameters, then calls the set-up
    public static class Waiting {

        @Param("MUTEX")
        public String strategy;

        @Param({"10", "100", "1000", "10000"})
        public int sessions;

        @Param({"0", "1", "10"})
        public int waiting;

        private SessionCoordinator coordinator;

        @Setup(Level.Trial)
        public void open() {
            coordinator = openIn(Subject.named(strategy), sessions, waiting);
        }

        static SessionCoordinator openIn(Subject subject, int sessions, int waiting) {
            Population population = new Population(sessions);
            SessionCoordinator coordinator = subject.create(population.config());
            population.openIn(coordinator, waiting);
            return coordinator;
        }
    }

    @Benchmark
    public @Nullable Session getSession(Lookups lookups) {
        return lookups.coordinator.getSession(lookups.ids[lookups.next()]);
    }

    @Benchmark
    public Session switchSession(Lookups lookups) {
        return lookups.coordinator.switchSession(lookups.names[lookups.next()]);
    }

    @Benchmark
    public List<Session> getWaitingSessions(Waiting waiting) {
        return waiting.coordinator.getWaitingSessions();
    }
}
