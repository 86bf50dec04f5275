package io.gauntlet.stress.lincheck;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * A planted bug: a counter that two callers may read before either writes. Alone it is right, so it is its own sequential
 * specification.
 *
 * <p>Model checking sees the bug only where it is let in between the two accesses, that is, where this class has Lincheck's
 * hooks: without them each call is one step. Stress sees it where callers really overlap, to which the yield invites them.
 */
public final class CanaryOperations {

    private static final int CALLERS = 2;

    private int count;

    /** Makes a counter that stands at 0. */
    public CanaryOperations() {}

    /** Counts one up, and returns the new count. */
    public int increment() {
        int seen = count;
        Thread.yield();
        count = seen + 1;
        return count;
    }

    /** Returns the scenario in which it goes wrong: each caller increments once. */
    static LincheckScenario race() {
        try {
            Method increment = CanaryOperations.class.getMethod("increment");
            List<Actor> caller = List.of(new Actor(increment, List.of()));
            return new LincheckScenario(
                    "a planted race of two increments",
                    new ExecutionScenario(
                            List.of(),
                            Collections.nCopies(CALLERS, caller),
                            List.of(),
                            /* validationFunction= */ null));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("CanaryOperations.increment() is what Lincheck calls", e);
        }
    }
}
