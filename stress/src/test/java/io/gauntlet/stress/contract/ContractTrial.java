package io.gauntlet.stress.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.discoveryRequest;

import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs the contract's test on one subject, in a JVM of its own. */
public record ContractTrial(TrialArguments arguments) implements Trial {

    static final String WRONG_RULE = "BrokenCleanup";

    /** Returns how to start it. */
    public static TrialProgram program() {
        return TrialProgram.of(ContractTrial.class, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, ContractTrial::new);
    }

    /** Tries an exhibit that breaks a rule with one caller already. */
    @Override
    public Finding canary() {
        return run(WRONG_RULE);
    }

    @Override
    public Finding run() {
        return run(arguments.subject().name());
    }

    private static Finding run(String subject) {
        System.setProperty(SubjectContract.SUBJECT_PROPERTY, subject);
        return run(SubjectContract.class);
    }

    static Finding run(Class<?> tests) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(discoveryRequest().selectors(selectClass(tests)).build(), listener);
        return judged(listener.getSummary());
    }

    private static Finding judged(TestExecutionSummary summary) {
        Map<String, Long> effort = Map.of("tests", summary.getTestsSucceededCount() + summary.getTestsFailedCount());
        List<Failure> failures = summary.getFailures();
        if (summary.getTestsFailedCount() > 0) {
            return Finding.failed(
                    summary.getTestsFailedCount() + " of " + summary.getTestsFoundCount()
                            + " tests failed, the first is " + title(failures.get(0)),
                    effort,
                    failures.stream().map(ContractTrial::inFull).collect(Collectors.joining("\n\n")));
        }
        if (!failures.isEmpty()) {
            return Finding.notRun("JUnit broke down: " + inFull(failures.get(0)), effort);
        }
        if (summary.getTestsFoundCount() == 0 || summary.getTestsSucceededCount() != summary.getTestsFoundCount()) {
            return Finding.notRun(
                    "of " + summary.getTestsFoundCount() + " tests found, " + summary.getTestsSkippedCount()
                            + " were skipped, " + summary.getTestsAbortedCount() + " aborted and "
                            + summary.getTestsSucceededCount() + " passed",
                    effort);
        }
        if (summary.getContainersSkippedCount() + summary.getContainersAbortedCount() > 0) {
            return Finding.notRun("a whole class of tests was skipped or aborted", effort);
        }
        return Finding.passed(effort);
    }

    private static String title(Failure failure) {
        return failure.getTestIdentifier().getLegacyReportingName();
    }

    private static String inFull(Failure failure) {
        return failure.getTestIdentifier().getUniqueId() + "\n" + failure.getException();
    }
}
