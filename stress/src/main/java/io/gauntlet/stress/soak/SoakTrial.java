package io.gauntlet.stress.soak;

import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;

/** Soaks one subject with 128 callers, on platform threads or on virtual ones, in a JVM of its own. */
public final class SoakTrial {

    private static final int CALLERS = 128;

    /** For ever, to 128 callers of whom one at least should be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SoakTrial() {}

    /** Returns how to start it for one of its two checkers. */
    public static TrialProgram program() {
        return TrialProgram.of(SoakTrial.class, "-XX:+UseSerialGC", "-Xmx512m");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, SoakTrial::run);
    }

    private static Finding run(TrialArguments arguments) throws InterruptedException, ExecutionException {
        Optional<ThreadFactory> threads = threads(arguments.checker());
        if (threads.isEmpty()) {
            return Finding.notRun(
                    "virtual threads need JDK 21 or later, this is "
                            + Runtime.version().feature(),
                    Map.of());
        }
        return new Soak(
                        arguments.subject()::create,
                        threads.get(),
                        CALLERS,
                        arguments.budget().soakOperationsPerCaller(),
                        arguments.seed(),
                        PATIENCE,
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
