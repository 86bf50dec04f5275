package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.benchmarks.workload.Tampered;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.RegimeResult.Role;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** A coordinator whose active id names no session, planted: its numbers must never be reported. */
@BenchmarkMode(Mode.Throughput)
public class BrokenInvariantsBenchmark {

    @State(Scope.Benchmark)
    public static class BrokenCoordinator extends SharedCoordinator {

        @Override
        SessionCoordinator create(Subject subject, CoordinatorConfig config) {
            return Tampered.brokenInvariants(super.create(subject, config));
        }
    }

    @State(Scope.Thread)
    public static class Visitor {

        @Setup(Level.Trial)
        public void enter(BrokenCoordinator broken, ThreadParams thread) {
            broken.open(thread.getThreadCount());
        }

        @TearDown(Level.Trial)
        public void leave(BrokenCoordinator broken, ThreadParams thread) {
            broken.leave(thread.getThreadIndex(), new CallerTotal(Role.ALIKE, 1, 0, 0, 0));
        }
    }

    @Benchmark
    public @Nullable Object operation(BrokenCoordinator broken, Visitor visitor) {
        return broken.coordinator.activeSessionId();
    }
}
