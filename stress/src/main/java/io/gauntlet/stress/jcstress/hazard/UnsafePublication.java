package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A publisher hands a coordinator with a session over through a plain field; the reader who finds it there sees it half-made. */
@JCStressTest
@Outcome(id = "published, not yet", expect = ACCEPTABLE, desc = "read, publish")
@Outcome(id = "published, a of a", expect = ACCEPTABLE, desc = "publish, read")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a field of the coordinator was read before it was written")
@Outcome(id = "published, none of none", expect = FORBIDDEN, desc = "the coordinator has arrived without its session")
@Outcome(
        id = {"published, none of a", "published, a of none"},
        expect = FORBIDDEN,
        desc = "of the two fields only one has arrived")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class UnsafePublication {

    @Nullable
    SessionCoordinator shared;

    @Actor
    public void publisher(LL_Result r) {
        try {
            SessionCoordinator coordinator = OnTrial.coordinator();
            coordinator.createSession("a", "alpha");
            shared = coordinator;
            r.r1 = "published";
        } catch (RuntimeException e) {
            r.r1 = Words.refusal(e);
        }
    }

    @Actor
    public void reader(LL_Result r) {
        try {
            SessionCoordinator coordinator = shared;
            r.r2 = coordinator == null ? "not yet" : Words.activeOf(coordinator.snapshot());
        } catch (RuntimeException e) {
            r.r2 = Words.refusal(e);
        }
    }
}
