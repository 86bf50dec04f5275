package io.gauntlet.stress.lincheck;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Lincheck's judge of linearizability, and a count of what it was given to judge. */
public final class CountingVerifier implements Verifier {

    /** For the whole JVM, as Lincheck makes each verifier itself; used only by the thread that called Lincheck. */
    private static final Map<ExecutionScenario, Tally> TALLIES = new IdentityHashMap<>();

    private final LinearizabilityVerifier judge;

    /** @param sequentialSpecification what the answers are compared with */
    public CountingVerifier(Class<?> sequentialSpecification) {
        this.judge = new LinearizabilityVerifier(sequentialSpecification);
    }

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
        tally(scenario).count(results);
        return judge.verifyResults(scenario, results);
    }

    /** Returns what was seen of a scenario, which may be nothing. */
    static Tally tally(ExecutionScenario scenario) {
        return TALLIES.computeIfAbsent(scenario, first -> new Tally());
    }
}
