package io.gauntlet.stress.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Provenance;

/**
 * The inside of a check's JVM: runs the trial, writes its evidence, and ends the JVM whatever threads the trial left behind.
 * It exits with 0 only after evidence was written, whatever the verdict.
 */
public final class TrialMain {

    /** Names the process that started this JVM and without which it must not live on. */
    static final String PARENT_PROPERTY = "gauntlet.trial.parent";

    private static final double NANOS_PER_SECOND = 1e9;

    private TrialMain() {}

    /** Runs a trial with the arguments that {@code main} was given. Does not return. */
    @SuppressWarnings("CatchAndPrintStackTrace") // what this JVM prints is kept and shown as the reason
    public static void run(String[] commandLine, Trial trial) {
        int exitCode = 1;
        try {
            endWithParent();
            TrialArguments arguments = TrialArguments.parse(commandLine);
            Provenance provenance = Provenance.collect(CoordinatorStrategy.class);
            long start = System.nanoTime();
            Finding finding = trial.run(arguments);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            System.out.println(finding.verdict() + " " + finding.reason() + " " + finding.effort());
            EvidenceFiles.write(arguments.evidenceFolder(), evidence(arguments, finding, seconds, provenance));
            exitCode = 0;
        } catch (Throwable broken) {
            broken.printStackTrace();
        } finally {
            // Not exit: a subject's thread may hold what a shutdown hook waits for.
            System.out.flush();
            System.err.flush();
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static CheckEvidence evidence(
            TrialArguments arguments, Finding finding, double seconds, Provenance provenance) {
        return new CheckEvidence(
                arguments.checker(),
                arguments.subject().name(),
                arguments.subject().isKnownBad(),
                finding.verdict(),
                finding.reason(),
                finding.effort(),
                finding.witness(),
                arguments.replay(),
                seconds,
                provenance);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told
    private static void endWithParent() {
        Long parent = Long.getLong(PARENT_PROPERTY);
        if (parent != null) {
            ProcessHandle.of(parent)
                    .map(ProcessHandle::onExit)
                    .ifPresentOrElse(
                            exit -> exit.thenRun(() -> Runtime.getRuntime().halt(1)),
                            () -> Runtime.getRuntime().halt(1));
        }
    }
}
