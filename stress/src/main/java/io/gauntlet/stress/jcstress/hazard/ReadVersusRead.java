package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two readers and no writer near, and one is told what the other asked for: a read that writes, under a lock for readers. */
@JCStressTest
@Outcome(id = "a, b, a, b", expect = ACCEPTABLE, desc = "both reads, in either order")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = {"b, .*", "., a, .*"},
        expect = FORBIDDEN,
        desc = "a reader is told what the other asked for")
@Outcome(
        id = {"a, b, b, .*", "a, b, ., a"},
        expect = FORBIDDEN,
        desc = "two reads have left something wrong for the next")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class ReadVersusRead {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public ReadVersusRead() {
        coordinator.createSession("a", "alpha");
        coordinator.createSession("b", "beta");
    }

    @Actor
    public void readerOfA(LLLL_Result r) {
        r.r1 = Words.of(() -> Words.id(coordinator.getSession("a")));
    }

    @Actor
    public void readerOfB(LLLL_Result r) {
        r.r2 = Words.of(() -> Words.id(coordinator.getSession("b")));
    }

    @Arbiter
    public void afterwards(LLLL_Result r) {
        try {
            r.r3 = Words.id(coordinator.getSession("a"));
            r.r4 = Words.id(coordinator.getSession("b"));
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }
}
