package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Soaks one subject with 128 callers, on platform threads or on virtual ones, in a JVM of its own. */
public record SoakTrial(TrialArguments arguments) implements Trial {

    private static final int CALLERS = 128;

    /** For ever, to 128 callers of whom one at least should be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CANARY_OPERATIONS_PER_CALLER = 200;
    private static final Duration CANARY_PATIENCE = Duration.ofSeconds(2);

    /** Returns how to start it for one of its two checkers. */
    public static TrialProgram program() {
        return TrialProgram.of(SoakTrial.class, "-XX:+UseSerialGC", "-Xmx512m");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, SoakTrial::new);
    }

    @Override
    public Finding canary() throws InterruptedException, ExecutionException {
        Finding torn = soak(SoakCanaries.tornSnapshots(), CANARY_OPERATIONS_PER_CALLER, CANARY_PATIENCE);
        if (torn.verdict() != Verdict.FAILED) {
            return torn;
        }
        Finding deadlock = soak(SoakCanaries.oppositeLocks(), CANARY_OPERATIONS_PER_CALLER, CANARY_PATIENCE);
        return deadlock.verdict() == Verdict.FAILED
                ? Finding.failed(torn.reason() + "; " + deadlock.reason(), Map.of(), deadlock.witness())
                : deadlock;
    }

    @Override
    public Finding run() throws InterruptedException, ExecutionException {
        return soak(arguments.subject()::create, arguments.budget().soakOperationsPerCaller(), PATIENCE);
    }

    private Finding soak(
            Function<CoordinatorConfig, SessionCoordinator> subject, int operationsPerCaller, Duration patience)
            throws InterruptedException, ExecutionException {
        Optional<ThreadFactory> threads = threads(arguments.checker());
        if (threads.isEmpty()) {
            return Finding.notRun(
                    "virtual threads need JDK 21 or later, this is "
                            + Runtime.version().feature(),
                    Map.of());
        }
        return new Soak(
                        subject,
                        threads.get(),
                        CALLERS,
                        operationsPerCaller,
                        arguments.seed(),
                        patience,
                        arguments.budget().timeLimit())
                .run();
    }

    private static Optional<ThreadFactory> threads(Checker checker) {
        return switch (checker) {
            case SOAK_PLATFORM -> Optional.of(CallerThreads.platform());
            case SOAK_VIRTUAL -> CallerThreads.virtual();
            default ->
                throw new IllegalArgumentException(
                        checker + " is no soak: allowed are " + Checker.SOAK_PLATFORM + ", " + Checker.SOAK_VIRTUAL);
        };
    }
}
