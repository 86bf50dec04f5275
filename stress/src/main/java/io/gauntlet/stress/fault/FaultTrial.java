package io.gauntlet.stress.fault;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Lets everything go wrong around one subject, one {@link Fault} after the other, in a JVM of its own. */
public record FaultTrial(TrialArguments arguments) implements Trial {

    private static final int CALLERS = 128;

    /** For ever, to 128 callers of whom one at least should be answered; longer than any fault keeps all of them waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int WINDOWS = 6;

    private static final int CALLS_PER_WINDOW = 8;

    private static final long SEEDS_PER_ROUND = 1L << 20;
    /** What is counted alike under each fault. */
    private static final Set<String> OF_ALL_FAULTS =
            Set.of("calls judged", "effects acknowledged", "windows judged", "windows left to the ledgers");

    private static final String LONGEST = "longest";

    private static final FaultSize CANARY =
            new FaultSize(CALLERS, /* windows= */ 4, CALLS_PER_WINDOW, Duration.ofMillis(10));
    private static final int CANARY_RUNS = 2;

    /** Of a canary that is sure to hang. */
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(600);

    /** Returns how to start it. Without the second compiler, which in so short a run costs more than it saves. */
    public static TrialProgram program() {
        return TrialProgram.of(FaultTrial.class, "-XX:+UseSerialGC", "-Xmx384m", "-XX:TieredStopAtLevel=1");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, FaultTrial::new);
    }

    @Override
    public Finding canary() throws InterruptedException {
        Finding swallowed =
                run(Fault.INTERRUPTED, FaultCanaries.swallowedInterrupts(), CANARY, arguments.seed(), PATIENCE);
        if (swallowed.verdict() != Verdict.FAILED) {
            return swallowed;
        }
        Finding kept =
                run(Fault.KILLED_CALLER, FaultCanaries.lockKeptOnError(), CANARY, arguments.seed(), SHORT_PATIENCE);
        return kept.verdict() == Verdict.FAILED
                ? Finding.failed(swallowed.reason() + "; " + kept.reason(), Map.of(), kept.witness())
                : kept;
    }

    @Override
    public Finding run() throws InterruptedException {
        FaultSize size = new FaultSize(
                CALLERS, WINDOWS, CALLS_PER_WINDOW, arguments.budget().faultStall());
        SortedMap<String, Long> effort = new TreeMap<>();
        effort.put("callers", (long) CALLERS);
        effort.put("faults", (long) Fault.values().length);
        List<String> gaps = new ArrayList<>();
        for (int round = 0; round < arguments.budget().faultRounds() && gaps.isEmpty(); round++) {
            for (Fault fault : Fault.values()) {
                Finding finding = run(fault, arguments.subject()::create, size, seed(round), PATIENCE);
                add(fault.text() + ": ", finding.effort(), effort);
                if (finding.verdict() == Verdict.FAILED) {
                    return Finding.failed(
                            finding.reason() + " (what must hold: " + fault.promise() + ")", effort, finding.witness());
                }
                if (finding.verdict() == Verdict.NOT_RUN) {
                    gaps.add(finding.reason());
                }
            }
        }
        return gaps.isEmpty() ? Finding.passed(effort) : Finding.notRun(String.join("; ", gaps), effort);
    }

    private static void add(String prefix, Map<String, Long> counts, Map<String, Long> sums) {
        counts.forEach((name, count) -> sums.merge(
                OF_ALL_FAULTS.contains(name) ? name : prefix + name,
                count,
                name.startsWith(LONGEST) ? Math::max : Long::sum));
    }

    /** Of one fault: so that a round ends within the limit of the check, and can say which fault took too long. */
    private Duration timeLimit() {
        return arguments.budget().timeLimit().dividedBy(Fault.values().length + CANARY_RUNS);
    }

    /** Each run takes as many seeds in a row as it has callers. */
    private long seed(int round) {
        return arguments.seed() + (long) round * SEEDS_PER_ROUND;
    }

    private Finding run(
            Fault fault,
            Function<CoordinatorConfig, SessionCoordinator> subject,
            FaultSize size,
            long seed,
            Duration patience)
            throws InterruptedException {
        return new FaultRun(
                        fault.name(), fault.provocation(size), subject, size, seed, new Watch(patience, timeLimit()))
                .run();
    }
}
