package io.gauntlet.stress.jcstress;

import io.gauntlet.stress.ProofBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.openjdk.jcstress.TestExecutor;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;

/**
 * Plays tests in forks, by jcstress's own executor and runners.
 *
 * <p>Not by its {@code Main}: that one exits with 0 where nothing matched, drops tests that need more processors than there
 * are, plays in an order of its own until all is played, and asks the JVM twenty questions before it begins. Here one test is
 * played at a time, it is known how many results there must be, and the first failure of known-bad code is the end.
 */
final class Forks {

    /** For ever, to a fork that takes a second or two; more than the half minute after which jcstress itself gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ForkOptions options;
    /** By the number of actors. */
    private final IntFunction<List<JvmConfiguration>> configurations;

    private final Topology topology;

    /** @param jvmArguments options of every fork, beside those of its configuration */
    Forks(ProofBudget budget, List<String> jvmArguments) {
        this.options = ForkOptions.of(budget);
        OSSupport.init();
        this.configurations = configurations(budget, options, jvmArguments);
        this.topology = Topology.get();
    }

    private static IntFunction<List<JvmConfiguration>> configurations(
            ProofBudget budget, ForkOptions options, List<String> jvmArguments) {
        if (budget == ProofBudget.QUICK) {
            List<JvmConfiguration> one = List.of(JvmConfiguration.ordinary(jvmArguments));
            return actors -> one;
        }
        JvmConfiguration.probe(options, jvmArguments);
        return JvmConfiguration::all;
    }

    /** Returns how many processors there are for actors. */
    int processors() {
        return topology.totalThreads();
    }

    /** Returns the forks that playing a test takes. There are none if it has more actors than there are processors. */
    List<TestConfig> plan(TestInfo test) {
        List<SchedulingClass> places = scheduler().scheduleClasses(test.threads(), processors(), AffinityMode.LOCAL);
        return places.stream()
                .flatMap(place -> configurations.apply(test.threads()).stream()
                        .map(jvm -> new TestConfig(
                                options, test, /* forkId= */ 0, jvm.jvmArguments(), jvm.compileMode(), place)))
                .toList();
    }

    /** Plays what was planned, one fork after the other, until all is played or a fork hangs. */
    Played play(List<TestConfig> plan) throws IOException {
        Queue<TestResult> results = new ConcurrentLinkedQueue<>();
        for (TestConfig fork : plan) {
            try (HangWatch watch = new HangWatch(PATIENCE)) {
                new TestExecutor(options.verbosity(), results::add, scheduler()).runAll(List.of(fork));
                if (watch.hang().isPresent()) {
                    return new Played(List.copyOf(results), watch.hang());
                }
            }
        }
        return new Played(List.copyOf(results), Optional.empty());
    }

    /**
     * What was played.
     *
     * @param results one for each fork that gave one
     * @param hang where the threads of a fork stood that did not end, if there was one
     */
    record Played(List<TestResult> results, Optional<String> hang) {}

    private Scheduler scheduler() {
        return new Scheduler(topology, processors());
    }
}
