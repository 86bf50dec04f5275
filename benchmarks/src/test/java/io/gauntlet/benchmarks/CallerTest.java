package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.benchmarks.fork.Counts;
import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.evidence.RegimeResult.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final int STEPS = 100;

    private SharedCoordinator shared = new SharedCoordinator(new Window(/* leadInNanos= */ 0));

    @BeforeEach
    void open() {
        open(shared);
        shared.window.begin();
        shared.window.openIfLeadInIsOver();
    }

    private static void open(SharedCoordinator shared) {
        shared.strategy = "MUTEX";
        shared.readPercent = 100;
        shared.dedicatedWriters = 1;
        shared.sessions = 10;
        shared.seed = 7;
        shared.open(/* callers= */ 2);
    }

    @Test
    void dedicatedWriter_onlyWrites() {
        Caller writer = caller(0);

        play(writer);

        assertThat(counted(writer).reads()).isZero();
        assertThat(counted(writer).writes()).isEqualTo(STEPS);
        assertThat(writer.total().role()).isEqualTo(Role.WRITER);
    }

    @Test
    void callerBesideDedicatedWriters_keepsItsOwnShare() {
        Caller reader = caller(1);

        play(reader);

        assertThat(counted(reader).reads()).isEqualTo(STEPS);
        assertThat(counted(reader).effectiveReads()).isLessThanOrEqualTo(STEPS).isPositive();
        assertThat(counted(reader).writes()).isZero();
        assertThat(reader.total().role()).isEqualTo(Role.READER);
    }

    @Test
    void calls_duringTheLeadIn_areNotCounted() {
        shared = new SharedCoordinator(new Window(/* leadInNanos= */ Long.MAX_VALUE));
        open(shared);
        Caller reader = caller(1);

        play(reader);

        assertThat(counted(reader)).isEqualTo(Counts.NONE);
        assertThat(shared.window.isOpen()).isFalse();
        assertThat(shared.window.nanos()).isZero();
    }

    @Test
    void firstCall_afterTheLeadIn_opensTheWindowForTheNext() {
        shared = new SharedCoordinator(new Window(/* leadInNanos= */ 0));
        open(shared);
        Caller reader = caller(1);

        play(reader);

        assertThat(counted(reader).reads()).isEqualTo(STEPS - 1);
        assertThat(shared.window.isOpen()).isTrue();
    }

    @Test
    void calls_whileNotTimed_leaveNoWait() {
        Caller reader = caller(1);

        play(reader);

        assertThat(reader.total().longestReadNanos()).isZero();
    }

    @Test
    void calls_whileTimed_leaveTheLongestWaitOfTheirKind() {
        Caller reader = caller(1);
        reader.begin(Phase.TIMED);

        play(reader);

        assertThat(reader.total().longestReadNanos()).isPositive();
        assertThat(reader.total().longestWriteNanos()).isZero();
    }

    @Test
    void callerWithoutATurn_hasWaitedSinceTheStart() {
        Caller starved = caller(1);
        starved.begin(Phase.TIMED);
        play(caller(0));
        shared.window.close();

        starved.finish(shared);

        CallerTotal total = starved.total();
        assertThat(counted(starved).reads()).isZero();
        assertThat(total.longestReadNanos()).isGreaterThanOrEqualTo(shared.window.nanos());
    }

    private Caller caller(int index) {
        Caller caller = new Caller();
        caller.takePart(shared.parts, index);
        return caller;
    }

    private static Counts counted(Caller caller) {
        return caller.counts(/* windowNanos= */ 0);
    }

    private void play(Caller caller) {
        for (int step = 0; step < STEPS; step++) {
            caller.play(shared);
        }
    }
}
