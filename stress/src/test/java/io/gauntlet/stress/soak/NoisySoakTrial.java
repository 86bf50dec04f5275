package io.gauntlet.stress.soak;

import io.gauntlet.evidence.Checker;
import io.gauntlet.evidence.Verdict;
import io.gauntlet.noise.NoiseSettings;
import io.gauntlet.noise.NoisyCallers;
import io.gauntlet.noise.NoisyMain;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The soak with its callers disturbed: for the experiment that asks what noise is worth. */
public record NoisySoakTrial(TrialArguments arguments, NoiseSettings noise) implements Trial {

    private static final int CALLERS = 128;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Returns how to start it. */
    public static TrialProgram program(NoiseSettings noise) {
        List<String> jvmArguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx512m"));
        jvmArguments.addAll(noise.toJvmArguments());
        return new TrialProgram(
                NoisyMain.class.getName(),
                jvmArguments,
                arguments -> NoisyMain.commandLine(
                        arguments.subject().name(), NoisySoakTrial.class, arguments.toCommandLine()),
                /* alone= */ false);
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(
                commandLine, arguments -> new NoisySoakTrial(arguments, NoiseSettings.read(System.getProperties())));
    }

    @Override
    public Finding canary() throws InterruptedException, ExecutionException {
        return new SoakTrial(arguments).canary();
    }

    @Override
    public Finding run() throws InterruptedException, ExecutionException {
        NoisyCallers callers = NoisyCallers.of(NoisySoakTrial.class, noise, arguments.seed());
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = arguments.checker() == Checker.SOAK_VIRTUAL
                ? CallerThreads.virtual().orElseThrow()
                : CallerThreads.platform();
        Finding finding = new Soak(
                        arguments.subject()::create,
                        body -> threads.newThread(callers.around(number.incrementAndGet(), body)),
                        CALLERS,
                        arguments.budget().soakOperationsPerCaller(),
                        arguments.seed(),
                        PATIENCE,
                        arguments.budget().timeLimit())
                .run();
        TreeMap<String, Long> effort = new TreeMap<>(finding.effort());
        effort.putAll(callers.report().effort());
        // What was seen was seen, noise or not; that nothing was seen counts only where there was noise.
        Optional<String> gap = noise.strength().isOff() || finding.verdict() == Verdict.FAILED
                ? Optional.empty()
                : callers.report().gap();
        return gap.map(why -> Finding.notRun(why, effort))
                .orElseGet(() ->
                        new Finding(finding.verdict(), finding.reason(), effort, finding.hazards(), finding.witness()));
    }
}
