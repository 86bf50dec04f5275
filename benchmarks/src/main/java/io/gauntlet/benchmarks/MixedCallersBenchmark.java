package io.gauntlet.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Control;

/**
 * Throughput of one coordinator that all callers share, under a mix of reads and writes.
 *
 * <p>Of the reads 60 % get a session by id, 25 % the active id, 8 % the waiting sessions, 5 % the list, 2 % a snapshot. Of
 * the writes 30 % update statistics, 20 % a state, 18 % post a state change, 15 % append output, 10 % switch, 5 % process
 * the posted changes, and 2 % close a session and create it again. The operations come from a seeded tape; callers begin at
 * places spread evenly over it. With {@code dedicatedWriters} so many of the callers only write, and {@code readPercent} is of
 * the others: 128 callers, 8 of them dedicated writers, at 100 % are 120 readers and 8 writers. They are callers like all
 * others, told apart by their index; JMH's own groups ({@code Scope.Group}) would give each group a coordinator of its own.
 *
 * <p>What you should see: {@code counted}, in operations a second over all callers together, counted in one window for all,
 * as {@link CompareMain} reports them; {@code counted.effective} leaves out what came to nothing (refused, dropped, the session
 * gone). JMH's own score adds up a rate per caller, each over that caller's own time. Where callers wait for a lock that is
 * handed on to whoever comes first the two agree within a tenth, the score being the lower one: it has the lead-in ({@link
 * Window}) and the end of an iteration in it. Where callers outnumber cores and do not wait, or wait in a queue, one that is
 * scheduled late is fast for a moment, and the score is too high, the more the shorter the iteration. It also takes each
 * turn of a caller for a whole one ({@code STEPS_IN_A_TURN}).
 *
 * <p>Before JMH's first iteration a few callers and then all play until the compiler is idle ({@link Rehearsal}): some seconds,
 * {@code -Dgauntlet.fork.warmup.millis} at most. JMH's warm-ups come after that.
 *
 * <p>At 100 % reads strategies whose readers write nothing stay near REFERENCE, which has no guard and therefore runs at
 * 100 % only. With writes among them the order changes; that is what {@link CompareMain} is for. More callers than cores
 * measure the scheduler too.
 *
 * <pre>
 *   java -jar benchmarks.jar MixedCallers -p strategy=MUTEX,LOCK_FREE -p readPercent=99 -t 128
 *   java -jar benchmarks.jar MixedCallers -p dedicatedWriters=8 -p readPercent=100 -t 128
 *   java -jar benchmarks.jar MixedCallers -p readPercent=99 -jvmArgs -Djmh.executor=VIRTUAL     # JDK 21 and later
 *   java -jar benchmarks.jar MixedCallers -jvmArgs -Dgauntlet.fork.warmup.millis=60000
 *   java -jar benchmarks.jar MixedCallers -p strategy=REFERENCE -p readPercent=100
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(128)
@Fork(3)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1)
public class MixedCallersBenchmark {

    @Benchmark
    @OperationsPerInvocation(Caller.STEPS_IN_A_TURN)
    public void operation(SharedCoordinator shared, Caller caller, Control control) {
        caller.turn(shared, control);
    }
}
