package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.store.MemorySessionStore;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** A saver copies a session while an updater changes two parts of it: the copy mixes two versions. */
@JCStressTest
@Outcome(id = "updated, active, active, active", expect = ACCEPTABLE, desc = "save, save, append, update")
@Outcome(id = "updated, active, active xy, active xy", expect = ACCEPTABLE, desc = "save, append, save, update")
@Outcome(id = "updated, active, processing xy, processing xy", expect = ACCEPTABLE, desc = "save, append, update, save")
@Outcome(id = "updated, active xy, active xy, active xy", expect = ACCEPTABLE, desc = "append, save, save, update")
@Outcome(
        id = "updated, active xy, processing xy, processing xy",
        expect = ACCEPTABLE,
        desc = "append, save, update, save")
@Outcome(
        id = "updated, processing xy, processing xy, processing xy",
        expect = ACCEPTABLE,
        desc = "append, update, save, save")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(
        id = {"updated, processing, .*", "updated, .*, processing", "updated, .*, processing, .*"},
        expect = FORBIDDEN,
        desc = "the copy has the later change without the earlier one")
@Outcome(
        id = {"updated, active xy, active, .*", "updated, processing xy, active( xy)?, .*"},
        expect = FORBIDDEN,
        desc = "the second copy is older than the first")
@Outcome(
        id = {"updated, .*, active xy, active", "updated, .*, processing xy, active( xy)?", "updated, .*, none"},
        expect = FORBIDDEN,
        desc = "the store has not kept the newest copy")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class SaveVersusUpdate {

    private final MemorySessionStore store = new MemorySessionStore();
    private final SessionCoordinator coordinator = OnTrial.coordinator(store);

    public SaveVersusUpdate() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void updater(LLLL_Result r) {
        try {
            coordinator.appendOutput("a", "xy");
            coordinator.updateSessionState("a", SessionState.PROCESSING);
            r.r1 = "updated";
        } catch (RuntimeException e) {
            r.r1 = Words.refusal(e);
        }
    }

    @Actor
    public void saver(LLLL_Result r) {
        try {
            r.r2 = stateAndOutput(coordinator.saveSession("a"));
            r.r3 = stateAndOutput(coordinator.saveSession("a"));
        } catch (RuntimeException e) {
            r.r3 = Words.refusal(e);
        }
    }

    @Arbiter
    public void afterwards(LLLL_Result r) {
        r.r4 = Words.of(
                () -> store.load("a").map(SaveVersusUpdate::stateAndOutput).orElse("none"));
    }

    private static String stateAndOutput(Session session) {
        return session.output().bytes() == 0
                ? Words.state(session)
                : Words.state(session) + " " + Words.output(session);
    }
}
