package io.gauntlet.stress.trial;

import io.gauntlet.coordinator.CoordinatorStrategy;
import io.gauntlet.evidence.CheckEvidence;
import io.gauntlet.evidence.CheckEvidence.Canary;
import io.gauntlet.evidence.EvidenceFiles;
import io.gauntlet.evidence.Provenance;
import io.gauntlet.evidence.Verdict;
import java.util.function.Function;

/**
 * The inside of a check's JVM: runs the canary, then the trial, writes its evidence, and ends the JVM whatever threads the
 * trial left behind. It exits with 0 only after evidence was written, whatever the verdict.
 */
public final class TrialMain {

    /** Names the process that started this JVM and without which it must not live on. */
    static final String PARENT_PROPERTY = "gauntlet.trial.parent";

    private static final double NANOS_PER_SECOND = 1e9;

    private TrialMain() {}

    /**
     * Runs a trial with the arguments that {@code main} was given. Does not return.
     *
     * @param trial makes the trial from its arguments
     */
    @SuppressWarnings("CatchAndPrintStackTrace") // what this JVM prints is kept and shown as the reason
    public static void run(String[] commandLine, Function<TrialArguments, ? extends Trial> trial) {
        int exitCode = 1;
        try {
            endWithParent();
            TrialArguments arguments = TrialArguments.parse(commandLine);
            Provenance provenance = Provenance.collect(CoordinatorStrategy.class);
            CheckEvidence evidence = evidence(arguments, trial.apply(arguments), provenance);
            System.out.println(evidence.verdict() + " " + evidence.reason() + " " + evidence.effort());
            EvidenceFiles.write(arguments.evidenceFolder(), evidence);
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

    private static CheckEvidence evidence(TrialArguments arguments, Trial trial, Provenance provenance)
            throws Exception {
        long start = System.nanoTime();
        Finding canary = trial.canary();
        long canaryEnd = System.nanoTime();
        boolean caught = canary.verdict() == Verdict.FAILED;
        Finding finding = caught ? trial.run() : blind(canary);
        return new CheckEvidence(
                arguments.checker(),
                arguments.subject().name(),
                arguments.subject().isKnownBad(),
                finding.verdict(),
                finding.reason(),
                caught ? new Canary(canary.reason(), (canaryEnd - start) / NANOS_PER_SECOND) : null,
                finding.effort(),
                finding.hazards(),
                finding.witness(),
                arguments.replay(),
                (System.nanoTime() - canaryEnd) / NANOS_PER_SECOND,
                provenance);
    }

    private static Finding blind(Finding canary) {
        return canary.verdict() == Verdict.NOT_RUN
                ? canary
                : Finding.notRun(
                        "the canary, a planted bug that this checker must catch, was not caught: what it would say of the"
                                + " subject is worth nothing",
                        canary.effort());
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
