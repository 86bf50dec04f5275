package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Two creators open a session each; of two readers one sees a without b, the other b without a: there is no order of the two
 * creates. Known as independent reads of independent writes.
 *
 * <p>Four actors, so four processors: with fewer jcstress leaves it out, and it counts as not run.
 */
@JCStressTest
@Outcome(
        id = "created, created, both, both",
        expect = ACCEPTABLE,
        desc = "create a, create b, first reader, second reader")
@Outcome(
        id = "created, created, neither, neither",
        expect = ACCEPTABLE,
        desc = "first reader, second reader, create a, create b")
@Outcome(id = "created, created, a only, a only", expect = ACCEPTABLE, desc = "create a, both readers, create b")
@Outcome(id = "created, created, b only, b only", expect = ACCEPTABLE, desc = "create b, both readers, create a")
@Outcome(
        id = "created, created, a only, both",
        expect = ACCEPTABLE,
        desc = "create a, first reader, create b, second reader")
@Outcome(
        id = "created, created, b only, both",
        expect = ACCEPTABLE,
        desc = "create b, first reader, create a, second reader")
@Outcome(
        id = "created, created, both, a only",
        expect = ACCEPTABLE,
        desc = "create a, second reader, create b, first reader")
@Outcome(
        id = "created, created, both, b only",
        expect = ACCEPTABLE,
        desc = "create b, second reader, create a, first reader")
@Outcome(
        id = "created, created, a only, neither",
        expect = ACCEPTABLE,
        desc = "second reader, create a, first reader, create b")
@Outcome(
        id = "created, created, b only, neither",
        expect = ACCEPTABLE,
        desc = "second reader, create b, first reader, create a")
@Outcome(
        id = "created, created, neither, a only",
        expect = ACCEPTABLE,
        desc = "first reader, create a, second reader, create b")
@Outcome(
        id = "created, created, neither, b only",
        expect = ACCEPTABLE,
        desc = "first reader, create b, second reader, create a")
@Outcome(
        id = "created, created, both, neither",
        expect = ACCEPTABLE,
        desc = "second reader, create a, create b, first reader")
@Outcome(
        id = "created, created, neither, both",
        expect = ACCEPTABLE,
        desc = "first reader, create a, create b, second reader")
@Outcome(
        id = "created, created, b only, a only",
        expect = ACCEPTABLE,
        desc = "create a and create b between the gets of both readers")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = "created, created, a only, b only",
        expect = FORBIDDEN,
        desc = "for one reader a came before b, for the other b before a")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class ReadersAgree {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    @Actor
    public void creatorOfA(LLLL_Result r) {
        r.r1 = Words.of("created", () -> coordinator.createSession("a", "alpha"));
    }

    @Actor
    public void creatorOfB(LLLL_Result r) {
        r.r2 = Words.of("created", () -> coordinator.createSession("b", "beta"));
    }

    @Actor
    public void firstReader(LLLL_Result r) {
        try {
            Session a = coordinator.getSession("a");
            Session b = coordinator.getSession("b");
            r.r3 = seen(a, b);
        } catch (RuntimeException e) {
            r.r3 = Words.refusal(e);
        }
    }

    @Actor
    public void secondReader(LLLL_Result r) {
        try {
            Session b = coordinator.getSession("b");
            Session a = coordinator.getSession("a");
            r.r4 = seen(a, b);
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }

    private static String seen(@Nullable Session a, @Nullable Session b) {
        if (a == null) {
            return b == null ? "neither" : "b only";
        }
        return b == null ? "a only" : "both";
    }
}
