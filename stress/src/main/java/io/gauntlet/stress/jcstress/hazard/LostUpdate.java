package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two changes of one session start from the same value, and the second to be stored undoes the first. */
@JCStressTest
@Outcome(id = "xy, xy zz, xy zz, 4 bytes", expect = ACCEPTABLE, desc = "append xy, append zz")
@Outcome(id = "zz xy, zz, zz xy, 4 bytes", expect = ACCEPTABLE, desc = "append zz, append xy")
@Outcome(id = ".*Exception.*", expect = FORBIDDEN, desc = "a caller saw fields half-changed, and broke")
@Outcome(id = ".*, .*, xy, .*", expect = FORBIDDEN, desc = "zz is lost")
@Outcome(id = ".*, .*, zz, .*", expect = FORBIDDEN, desc = "xy is lost")
@Outcome(id = ".*, .*, .* without stats, .*", expect = FORBIDDEN, desc = "the statistics are lost")
@Outcome(id = ".*, .*, .*, [026] bytes", expect = FORBIDDEN, desc = "the total is not what the session keeps")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class LostUpdate {

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    public LostUpdate() {
        coordinator.createSession("a", "alpha");
    }

    @Actor
    public void appender(LLLL_Result r) {
        r.r1 = Words.of(() -> Words.output(coordinator.appendOutput("a", "xy")));
    }

    @Actor
    public void reporter(LLLL_Result r) {
        try {
            coordinator.updateResourceStats("a", new ResourceStats(/* memoryBytes= */ 1, /* cpuMillis= */ 2));
            r.r2 = Words.output(coordinator.appendOutput("a", "zz"));
        } catch (RuntimeException e) {
            r.r2 = Words.refusal(e);
        }
    }

    @Arbiter
    public void afterwards(LLLL_Result r) {
        try {
            CoordinatorSnapshot snapshot = coordinator.snapshot();
            Session session = snapshot.sessions().get(0);
            boolean hasStats = session.resourceStats().cpuMillis() == 2;
            r.r3 = hasStats ? Words.output(session) : Words.output(session) + " without stats";
            r.r4 = snapshot.outputBytes() + " bytes";
        } catch (RuntimeException e) {
            r.r4 = Words.refusal(e);
        }
    }
}
