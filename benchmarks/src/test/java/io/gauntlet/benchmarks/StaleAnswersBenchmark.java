package io.gauntlet.benchmarks;

import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.benchmarks.workload.Tampered;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A coordinator that holds what it should and tells what was, planted: only who judges the answers can find it out. */
@BenchmarkMode(Mode.Throughput)
public class StaleAnswersBenchmark {

    @State(Scope.Benchmark)
    public static class StaleCoordinator extends SharedCoordinator {

        @Override
        SessionCoordinator create(Subject subject, CoordinatorConfig config) {
            return Tampered.staleActiveId(super.create(subject, config));
        }
    }

    /** A caller of that coordinator: JMH hands each state only to those that name its very class. */
    @State(Scope.Thread)
    public static class Visitor {

        private final Caller caller = new Caller();

        @Setup(Level.Trial)
        public void takePart(StaleCoordinator stale, ThreadParams thread, Blackhole blackhole) {
            caller.takePart(stale, thread, blackhole);
        }

        @Setup(Level.Iteration)
        public void begin(StaleCoordinator stale, IterationParams iterations) {
            caller.begin(stale, iterations);
        }

        @TearDown(Level.Iteration)
        public void end(StaleCoordinator stale) {
            caller.end(stale);
        }

        @TearDown(Level.Trial)
        public void leave(StaleCoordinator stale) {
            caller.leave(stale);
        }
    }

    @Benchmark
    public void operation(StaleCoordinator stale, Visitor visitor, Control control) {
        new MixedCallersBenchmark().operation(stale, visitor.caller, control);
    }
}
