package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
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
 * What each read allocates, and costs a caller who is alone.
 *
 * <p>What you should see with {@code -prof gc}: {@code gc.alloc.rate.norm} of {@code activeSessionId}, {@code getSession} and
 * {@code droppedStateChanges} is 0 B/op (JMH itself rounds to a few thousandths) on every strategy. {@code listSessions},
 * {@code getWaitingSessions} and {@code snapshot} allocate the copy that they return; where the table is persistent, a
 * wrapper alone.
 *
 * <pre>
 *   java -jar benchmarks.jar ReadAllocation -prof gc
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms256m", "-Xmx256m"})
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets parameters, then calls the set-up
public class ReadAllocationBenchmark {

    @Param("MUTEX")
    public String strategy;

    @Param("10")
    public int sessions;

    private SessionCoordinator coordinator;
    private String id;

    @Setup(Level.Trial)
    public void open() {
        Population population = new Population(sessions);
        coordinator = Subject.named(strategy).create(population.config());
        population.openIn(coordinator, /* waiting= */ sessions / 5);
        id = population.id(sessions / 2);
    }

    @Benchmark
    public @Nullable String activeSessionId() {
        return coordinator.activeSessionId();
    }

    @Benchmark
    public @Nullable Session getSession() {
        return coordinator.getSession(id);
    }

    @Benchmark
    public long droppedStateChanges() {
        return coordinator.droppedStateChanges();
    }

    @Benchmark
    public List<Session> listSessions() {
        return coordinator.listSessions();
    }

    @Benchmark
    public List<Session> getWaitingSessions() {
        return coordinator.getWaitingSessions();
    }

    @Benchmark
    public CoordinatorSnapshot snapshot() {
        return coordinator.snapshot();
    }
}
