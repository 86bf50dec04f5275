package io.gauntlet.stress.lincheck;

import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.hazard.SmallUniverse;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.Trial;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Options;
import org.jspecify.annotations.Nullable;

/** Puts one subject before Lincheck: scenario after scenario, until one fails. One JVM is one trial. */
public record LincheckTrial(TrialArguments arguments) implements Trial {

    private static final int CANARY_EXECUTIONS = 10_000;
    private static final String LINCHECK_BROKE_DOWN = "unexpected exception";
    private static final Path LOG = Path.of("lincheck.log").toAbsolutePath();

    /** Returns how to start it for one of Lincheck's checkers. */
    public static TrialProgram program(Checker checker) {
        List<String> jvmArguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
        if (Mode.of(checker) == Mode.MODEL_CHECKING) {
            // One caller runs at a time, in code that lives for seconds: the second compiler would cost more than it
            // saves.
            jvmArguments.add("-XX:TieredStopAtLevel=1");
        }
        TrialProgram program = TrialProgram.of(LincheckTrial.class, jvmArguments.toArray(String[]::new));
        return Mode.of(checker) == Mode.STRESS ? program.runAlone() : program;
    }

    /** Runs the trial that the {@link TrialArguments} ask for, and ends the JVM. */
    public static void main(String[] commandLine) {
        Instrumentation.logTo(LOG);
        TrialMain.run(commandLine, LincheckTrial::new);
    }

    @Override
    public Finding canary() {
        Mode mode = Mode.of(arguments.checker());
        LincheckScenario race = CanaryOperations.race();
        Options<?, ?> options = mode.options().invocationsPerIteration(CANARY_EXECUTIONS);
        options.addCustomScenario(race.scenario());
        LincheckFailure failure = check(options, CanaryOperations.class, CanaryOperations.class);
        Effort effort = new Effort(mode, List.of(race));
        return failure == null ? Finding.passed(effort.amounts()) : judged(failure, effort);
    }

    @Override
    public Finding run() throws IOException {
        System.setProperty(
                SubjectOperations.SUBJECT_PROPERTY, arguments.subject().name());
        Mode mode = Mode.of(arguments.checker());
        LincheckBudget budget = LincheckBudget.of(arguments.budget(), mode);
        List<LincheckScenario> scenarios = LincheckScenario.of(arguments.checker(), budget, arguments.seed());
        Options<?, ?> options = mode.options().invocationsPerIteration(budget.executions());
        scenarios.forEach(scenario -> options.addCustomScenario(scenario.scenario()));

        LincheckFailure failure = check(options, SubjectOperations.class, ReferenceOperations.class);

        Effort effort = new Effort(mode, scenarios);
        if (failure != null) {
            return judged(failure, effort);
        }
        List<String> gaps = new ArrayList<>(effort.gaps(budget.executions()));
        if (mode == Mode.MODEL_CHECKING) {
            gaps.addAll(Instrumentation.gaps(LOG, arguments.subject().create(SmallUniverse.config())));
        }
        return gaps.isEmpty()
                ? Finding.passed(effort.amounts())
                : Finding.notRun(String.join("; ", gaps), effort.amounts());
    }

    private static @Nullable LincheckFailure check(Options<?, ?> options, Class<?> subject, Class<?> specification) {
        options.iterations(0);
        options.sequentialSpecification(specification);
        options.verifier(CountingVerifier.class);
        try {
            options.check(subject);
            return null;
        } catch (LincheckAssertionError failure) {
            return failure.getFailure$lincheck();
        }
    }

    private static Finding judged(LincheckFailure failure, Effort effort) {
        String witness = failure.toString().strip();
        String what = witness.lines().findFirst().orElse("").replace('=', ' ').strip() + " in "
                + effort.title(failure.getScenario());
        return what.contains(LINCHECK_BROKE_DOWN)
                ? Finding.notRun("Lincheck broke down: " + what + ": " + witness, effort.amounts())
                : Finding.failed(what, effort.amounts(), witness);
    }
}
