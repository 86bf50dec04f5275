package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.stress.jcstress.OnTrial;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A session waits for input, and the list of those that wait does not know; or the other way round. */
@JCStressTest
@Outcome(id = "waiting, waiting, listed, waiting", expect = ACCEPTABLE, desc = "update, get, list, get")
@Outcome(id = "waiting, active, listed, waiting", expect = ACCEPTABLE, desc = "get, update, list, get")
@Outcome(id = "waiting, active, unlisted, waiting", expect = ACCEPTABLE, desc = "get, list, update, get")
@Outcome(id = "waiting, active, unlisted, active", expect = ACCEPTABLE, desc = "get, list, get, update")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = "waiting, waiting, unlisted, waiting",
        expect = FORBIDDEN,
        desc = "a session that waits is not in the list")
@Outcome(
        id = "waiting, active, listed, active",
        expect = FORBIDDEN,
        desc = "a session that does not wait is in the list")
@Outcome(
        id = "waiting, .*, listed as active, .*",
        expect = FORBIDDEN,
        desc = "the list holds an old copy of the session")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class WaitingListVersusUpdate {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public WaitingListVersusUpdate() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void updater(LLLL_Result r) {
        r.r1 = Words.of(() -> Words.state(coordinator.updateSessionState("a", SessionState.WAITING_FOR_INPUT)));
    }

    @Actor
    public void reader(LLLL_Result r) {
        try {
            r.r2 = Words.state(coordinator.getSession("a"));
            r.r3 = listed(coordinator.getWaitingSessions());
            r.r4 = Words.state(coordinator.getSession("a"));
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }

    private static String listed(List<Session> waiting) {
        if (waiting.isEmpty()) {
            return "unlisted";
        }
        Session session = waiting.get(0);
        return session.state() == SessionState.WAITING_FOR_INPUT ? "listed" : "listed as " + Words.state(session);
    }
}
