package io.gauntlet.stress.lincheck;

import io.gauntlet.evidence.Checker;
import io.gauntlet.stress.hazard.SmallUniverse;
import io.gauntlet.stress.trial.Finding;
import io.gauntlet.stress.trial.TrialArguments;
import io.gauntlet.stress.trial.TrialMain;
import io.gauntlet.stress.trial.TrialProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.strategy.LincheckFailure;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.Options;
import org.jspecify.annotations.Nullable;

/**
 * Puts one subject before Lincheck, in a JVM of its own: first the canary, which must be caught, then the hazards, then
 * random scenarios, until one fails.
 */
public final class LincheckTrial {

    private static final int CANARY_EXECUTIONS = 10_000;
    private static final String LINCHECK_BROKE_DOWN = "unexpected exception";

    private final Mode mode;
    private final TrialArguments arguments;
    private final LincheckBudget budget;
    private final List<LincheckScenario> scenarios;

    private LincheckTrial(TrialArguments arguments) {
        this.arguments = arguments;
        this.mode = Mode.of(arguments.checker());
        this.budget = LincheckBudget.of(arguments.budget(), mode);
        this.scenarios = LincheckScenario.all(budget, arguments.seed());
    }

    /** Returns how to start it for one of Lincheck's two checkers. */
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
        TrialMain.run(commandLine, arguments -> new LincheckTrial(arguments).run());
    }

    private Finding run() throws IOException {
        System.setProperty(
                SubjectOperations.SUBJECT_PROPERTY, arguments.subject().name());
        Files.createDirectories(arguments.evidenceFolder());
        Path log = arguments.evidenceFolder().resolve("lincheck.log");
        Instrumentation instrumentation = Instrumentation.loggedTo(log);

        Options<?, ?> canary = mode.options();
        canary.invocationsPerIteration(CANARY_EXECUTIONS);
        canary.addCustomScenario(CanaryOperations.race());
        if (check(canary, CanaryOperations.class, CanaryOperations.class) == null) {
            return Finding.notRun("the canary, a planted race of two increments, was not caught", effort());
        }

        Options<?, ?> trial = mode.options();
        trial.invocationsPerIteration(budget.executions());
        scenarios.forEach(scenario -> trial.addCustomScenario(scenario.scenario()));
        LincheckFailure failure = check(trial, SubjectOperations.class, ReferenceOperations.class);
        if (failure != null) {
            return judged(failure);
        }
        List<String> gaps = new ArrayList<>();
        scenarios.stream()
                .filter(this::isCutShort)
                .forEach(scenario -> gaps.add("not executed in full: " + scenario.title()));
        if (mode == Mode.MODEL_CHECKING) {
            gaps.addAll(instrumentation.gaps(arguments.subject().create(SmallUniverse.config())));
        }
        return gaps.isEmpty() ? Finding.passed(effort()) : Finding.notRun(String.join("; ", gaps), effort());
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

    private Finding judged(LincheckFailure failure) {
        String witness = failure.toString().strip();
        String what = witness.lines().findFirst().orElse("").replace('=', ' ').strip() + " in "
                + title(failure.getScenario());
        return what.contains(LINCHECK_BROKE_DOWN)
                ? Finding.notRun("Lincheck broke down: " + what + ": " + witness, effort())
                : Finding.failed(what, effort(), witness);
    }

    private String title(ExecutionScenario wanted) {
        return scenarios.stream()
                .filter(scenario -> scenario.scenario() == wanted)
                .map(LincheckScenario::title)
                .findFirst()
                .orElse("a scenario that was not asked for: " + wanted);
    }

    /** Model checking may end early: it has then tried every schedule, of which two callers always have more than one. */
    private boolean isCutShort(LincheckScenario scenario) {
        long executions = CountingVerifier.tally(scenario.scenario()).executions();
        return executions < (mode == Mode.MODEL_CHECKING ? 2 : budget.executions());
    }

    private Map<String, Long> effort() {
        Map<String, Long> effort = new TreeMap<>();
        for (LincheckScenario scenario : scenarios) {
            Tally tally = CountingVerifier.tally(scenario.scenario());
            if (tally.executions() > 0) {
                effort.merge("scenarios", 1L, Long::sum);
            }
            effort.merge(mode == Mode.MODEL_CHECKING ? "interleavings" : "executions", tally.executions(), Long::sum);
            effort.merge("operations", tally.operations(), Long::sum);
            effort.merge("outcomes", tally.outcomes(), Long::sum);
        }
        return effort;
    }
}
