package io.gauntlet.stress.contract;

import io.gauntlet.coordinator.DifferentialRun;
import io.gauntlet.coordinator.contract.CoordinatorConfig;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.stress.Subject;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Function;

/** Compares one subject with the reference, answer by answer, in a JVM of its own. */
public record DifferentialTrial(TrialArguments arguments) implements Trial {

    /** Returns how to start it. */
    public static TrialProgram program() {
        return TrialProgram.of(DifferentialTrial.class, "-XX:+UseSerialGC");
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        TrialMain.run(commandLine, DifferentialTrial::new);
    }

    /** Tries an exhibit that breaks a rule with one caller already. */
    @Override
    public Finding canary() {
        return compare(Subject.named(ContractTrial.WRONG_RULE));
    }

    @Override
    public Finding run() {
        return compare(arguments.subject());
    }

    private Finding compare(Subject subject) {
        return run(subject::create, arguments.seed(), arguments.budget().differentialOperations());
    }

    static Finding run(Function<CoordinatorConfig, SessionCoordinator> subject, long seed, int operations) {
        DifferentialRun run;
        try {
            run = DifferentialRun.compare(subject, seed, operations);
        } catch (AssertionError | RuntimeException difference) {
            String message = String.valueOf(difference.getMessage());
            return Finding.failed(
                    "it differs from the reference: "
                            + message.lines().findFirst().orElse("").strip(),
                    Map.of(),
                    stack(difference));
        }
        Map<String, Long> effort = Map.of(
                "operations", (long) run.operations(),
                "refusals", (long) run.refused(),
                "kinds of operation", (long) run.kinds().size());
        int kinds = Operation.class.getPermittedSubclasses().length;
        return run.kinds().size() == kinds && run.refused() > 0 && run.operations() == operations
                ? Finding.passed(effort)
                : Finding.notRun(
                        "some of the " + kinds + " kinds of operation, or every refusal, did not occur", effort);
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
