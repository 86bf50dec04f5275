package io.gauntlet.stress.jcstress.canary;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The planted bug: each of two callers raises its own flag and looks for the other's, as in Dekker's mutual exclusion, without
 * a volatile. No order of the four steps lets both miss the other; a processor that keeps a store in its buffer does. Only a
 * checker that sees memory effects, on two processors, can catch it.
 */
@JCStressTest
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both raised their flag, then looked")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the left one was first")
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the right one was first")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "both enter: each looked before its own flag was up")
@State
public class StoreBuffering {

    private boolean left;
    private boolean right;

    @Actor
    public void enterLeft(ZZ_Result sees) {
        left = true;
        sees.r1 = right;
    }

    @Actor
    public void enterRight(ZZ_Result sees) {
        right = true;
        sees.r2 = left;
    }
}
