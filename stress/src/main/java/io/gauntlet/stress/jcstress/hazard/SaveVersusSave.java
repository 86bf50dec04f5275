package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.store.MemorySessionStore;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A saver has taken its copy and not yet written it; another changes the session and saves that: the older copy is written
 * last. The store keeps the greater version, so the versions must tell which copy is older.
 */
@JCStressTest
@Outcome(id = "xy, xy zz, xy zz", expect = ACCEPTABLE, desc = "append xy, save, append zz, save")
@Outcome(id = "xy zz, xy zz, xy zz", expect = ACCEPTABLE, desc = "append xy, append zz, both save")
@Outcome(id = "zz xy, zz xy, zz xy", expect = ACCEPTABLE, desc = "append zz, append xy, both save")
@Outcome(id = "zz xy, zz, zz xy", expect = ACCEPTABLE, desc = "append zz, save, append xy, save")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = "xy, xy zz, xy", expect = FORBIDDEN, desc = "the older copy has replaced the newer: zz is not kept")
@Outcome(id = "zz xy, zz, zz", expect = FORBIDDEN, desc = "the older copy has replaced the newer: xy is not kept")
@Outcome(id = ".*, .*, none", expect = FORBIDDEN, desc = "nothing was kept")
@Outcome(id = "xy, zz, .*", expect = FORBIDDEN, desc = "both appends started from the same value")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class SaveVersusSave {

    private final MemorySessionStore store = new MemorySessionStore();
    private final SessionCoordinator coordinator = OnTrial.coordinator(store);

    public SaveVersusSave() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void saverOfXy(LLL_Result r) {
        try {
            coordinator.appendOutput("a", "xy");
            r.r1 = Words.output(coordinator.saveSession("a"));
        } catch (RuntimeException e) {
            r.r1 = Words.refusal(e);
        }
    }

    @Actor
    public void saverOfZz(LLL_Result r) {
        try {
            coordinator.appendOutput("a", "zz");
            r.r2 = Words.output(coordinator.saveSession("a"));
        } catch (RuntimeException e) {
            r.r2 = Words.refusal(e);
        }
    }

    @Arbiter
    public void afterwards(LLL_Result r) {
        r.r3 = Words.of(() -> store.load("a").map(Words::output).orElse("none"));
    }
}
