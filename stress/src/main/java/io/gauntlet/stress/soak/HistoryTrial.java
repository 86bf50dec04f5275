package io.gauntlet.stress.soak;

import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.history.judge.JudgeLimits;
import io.gauntlet.noise.NoiseReport;
import io.gauntlet.noise.NoiseSettings;
import io.gauntlet.noise.NoisyCallers;
import io.gauntlet.noise.NoisyMain;
import io.gauntlet.stress.soak.RecordedSoak.Size;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Records all that 128 callers of one subject are told, on platform threads or on virtual ones, with noise in the classes on
 * trial, and judges it, in a JVM of its own.
 *
 * @param arguments what is tried
 * @param noise how much the callers are disturbed
 */
public record HistoryTrial(TrialArguments arguments, NoiseSettings noise) implements Trial {

    private static final int CALLERS = 128;

    /** For ever, to 128 callers of whom one at least should be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Size CANARY = new Size(CALLERS, /* callsPerWindow= */ 2);
    private static final int CANARY_WINDOWS = 200;
    private static final Duration CANARY_PATIENCE = Duration.ofSeconds(5);

    private static final JudgeLimits JUDGE = JudgeLimits.defaults().withMaxMemoryBytes(1L << 27);

    /**
     * Returns how to start it for one of its two checkers. Without the second compiler, which in so short a run costs more
     * than it saves, and what it alone does to a program is for jcstress to find.
     */
    public static TrialProgram program(NoiseSettings noise) {
        return new TrialProgram(
                        NoisyMain.class.getName(),
                        List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:TieredStopAtLevel=1"),
                        arguments -> NoisyMain.commandLine(
                                arguments.subject().name(), HistoryTrial.class, arguments.toCommandLine()),
                        /* alone= */ false)
                .with(noise.toJvmArguments());
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(
                commandLine, arguments -> new HistoryTrial(arguments, NoiseSettings.read(System.getProperties())));
    }

    @Override
    public Finding canary() throws InterruptedException, ExecutionException, IOException {
        return soak(
                SoakCanaries.plausibleSnapshots(),
                CANARY,
                WindowJudge.ofCanary(JUDGE, CANARY_WINDOWS),
                CANARY_PATIENCE,
                folder().resolve("canary"));
    }

    @Override
    public Finding run() throws InterruptedException, ExecutionException, IOException {
        return soak(
                arguments.subject()::create,
                new Size(CALLERS, arguments.budget().historyCallsPerWindow()),
                WindowJudge.ofSubject(JUDGE, arguments.budget().historyWindows()),
                PATIENCE,
                folder());
    }

    private Path folder() {
        return arguments.evidenceFolder();
    }

    private Finding soak(
            Function<CoordinatorConfig, SessionCoordinator> subject,
            Size size,
            WindowJudge judge,
            Duration patience,
            Path folder)
            throws InterruptedException, ExecutionException, IOException {
        Optional<ThreadFactory> threads = threads(arguments.checker());
        if (threads.isEmpty()) {
            return Finding.notRun(
                    "virtual threads need JDK 21 or later, this is "
                            + Runtime.version().feature(),
                    Map.of());
        }
        NoisyCallers callers = NoisyCallers.of(HistoryTrial.class, noise, arguments.seed());
        Finding finding = new RecordedSoak(
                        subject,
                        threads.get(),
                        callers::around,
                        size,
                        arguments.seed(),
                        judge,
                        patience,
                        arguments.budget().timeLimit(),
                        folder)
                .run();
        return noise.strength().isOff() ? finding : withNoise(finding, callers.report());
    }

    /** What was seen was seen, noise or not; that nothing was seen counts only where there was noise. */
    private static Finding withNoise(Finding finding, NoiseReport report) {
        SortedMap<String, Long> effort = new TreeMap<>(finding.effort());
        effort.putAll(report.effort());
        return finding.verdict() == Verdict.PASSED && report.gap().isPresent()
                ? Finding.notRun(report.gap().get(), effort)
                : new Finding(finding.verdict(), finding.reason(), effort, finding.hazards(), finding.witness());
    }

    private static Optional<ThreadFactory> threads(Checker checker) {
        return switch (checker) {
            case HISTORY_PLATFORM -> Optional.of(CallerThreads.platform());
            case HISTORY_VIRTUAL -> CallerThreads.virtual();
            default ->
                throw new IllegalArgumentException(checker + " records no history: allowed are "
                        + Checker.HISTORY_PLATFORM + ", " + Checker.HISTORY_VIRTUAL);
        };
    }
}
