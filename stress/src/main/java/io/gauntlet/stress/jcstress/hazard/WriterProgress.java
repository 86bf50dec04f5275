package io.gauntlet.stress.jcstress.hazard;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.stress.jcstress.OnTrial;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A reader asks again and again who is active; a creator opens the first session meanwhile, and the reader never learns of it:
 * the compiler may read a plain field once and ask no more.
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "create, then at last a read that sees it")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "the reader never sees a session created long ago")
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = "a call failed that nothing forbids")
@Outcome(expect = FORBIDDEN, desc = "no order of the calls explains this")
@State
public class WriterProgress {

    /** Enough for the compiler to come to the reader's loop. */
    private static final long COMPILE_NANOS = 10_000_000;

    private final SessionCoordinator coordinator = OnTrial.coordinator();

    @Actor
    public void reader() {
        while (coordinator.activeSessionId() == null) {
            // Nothing: even Thread.onSpinWait() would make the compiler read anew.
        }
    }

    @Signal
    public void creator() {
        LockSupport.parkNanos(COMPILE_NANOS);
        coordinator.createSession("a", "alpha");
    }
}
