package io.gauntlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gauntlet.benchmarks.fork.ThroughputFork.CallerTotal;
import io.gauntlet.benchmarks.workload.Parts;
import io.gauntlet.benchmarks.workload.Population;
import io.gauntlet.benchmarks.workload.Subject;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.evidence.RegimeResult.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final int STEPS = 100;

    private final Population population = new Population(10);
    private final SessionCoordinator coordinator = Subject.named("MUTEX").create(population.config());
    private final Window window = new Window();

    @BeforeEach
    void open() {
        population.openIn(coordinator, /* waiting= */ 2);
    }

    @Test
    void dedicatedWriter_onlyWrites() {
        Caller writer = caller(0);

        play(writer);

        assertThat(writer.reads).isZero();
        assertThat(writer.writes).isEqualTo(STEPS);
        assertThat(writer.total().role()).isEqualTo(Role.WRITER);
    }

    @Test
    void callerBesideDedicatedWriters_keepsItsOwnShare() {
        Caller reader = caller(1);

        play(reader);

        assertThat(reader.reads).isEqualTo(STEPS);
        assertThat(reader.effectiveReads).isLessThanOrEqualTo(STEPS).isPositive();
        assertThat(reader.writes).isZero();
        assertThat(reader.total().role()).isEqualTo(Role.READER);
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
        reader.time(true);

        play(reader);

        assertThat(reader.total().longestReadNanos()).isPositive();
        assertThat(reader.total().longestWriteNanos()).isZero();
    }

    @Test
    void callerWithoutATurn_hasWaitedSinceTheStart() {
        Caller starved = caller(1);
        starved.time(true);
        play(caller(0));
        window.close();

        starved.playUncounted(coordinator, window);

        CallerTotal total = starved.total();
        assertThat(starved.reads).isZero();
        assertThat(total.longestReadNanos()).isGreaterThanOrEqualTo(window.nanos());
    }

    private Caller caller(int index) {
        Caller caller = new Caller();
        caller.takePart(
                new Parts(/* seed= */ 7, /* readPercent= */ 100, /* dedicatedWriters= */ 1, 2, population), index);
        return caller;
    }

    private void play(Caller caller) {
        for (int step = 0; step < STEPS; step++) {
            caller.play(coordinator, window);
        }
    }
}
