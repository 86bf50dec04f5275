package io.gauntlet.coordinator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotInvariantsTest {

    private static final CoordinatorConfig CONFIG = CoordinatorConfig.defaults()
            .withMaxActiveSessions(2)
            .withMaxPendingStateChanges(3)
            .withMaxOutputBytes(4);

    private static final Session ONE = session("one", 1);
    private static final Session TWO = session("two", 2);

    @Test
    void violations_emptyCoordinator_none() {
        assertThat(check(List.of(), null)).isEmpty();
    }

    @Test
    void violations_everythingAtItsLimit_none() {
        Session full = ONE.withOutput(SessionOutput.EMPTY.append("1234", 4), 3);
        var snapshot = new CoordinatorSnapshot(List.of(full, TWO), "two", 4, 3, 17);

        assertThat(SnapshotInvariants.violations(snapshot, CONFIG)).isEmpty();
    }

    @Test
    void violations_noneActiveAmongOpenSessions_named() {
        assertThat(check(List.of(ONE, TWO), null)).containsExactly("no session is active while 2 are open: [one, two]");
    }

    @Test
    void violations_activeOneIsClosed_named() {
        assertThat(check(List.of(ONE), "gone")).containsExactly("the active id 'gone' names no open session: [one]");
    }

    @Test
    void violations_activeOneOfNoSession_named() {
        assertThat(check(List.of(), "gone")).containsExactly("the active id 'gone' names no open session: []");
    }

    @Test
    void violations_listWithHoles_counted() {
        assertThat(check(Arrays.asList(ONE, null), "one")).containsExactly("1 of the 2 sessions listed are null");
    }

    @Test
    void violations_moreSessionsThanTheLimit_named() {
        assertThat(check(List.of(ONE, TWO, session("three", 3)), "one"))
                .containsExactly("3 sessions are open, the limit is 2: [one, two, three]");
    }

    @Test
    void violations_idOpenTwice_named() {
        Session sameId = Session.created("one", "other name", 2, Instant.EPOCH, 2);

        assertThat(check(List.of(ONE, sameId), "one")).containsExactly("the id 'one' is open twice");
    }

    @Test
    void violations_nameOpenTwice_named() {
        Session sameName = Session.created("other id", "name of one", 2, Instant.EPOCH, 2);

        assertThat(check(List.of(ONE, sameName), "one")).containsExactly("the name 'name of one' is open twice");
    }

    @Test
    void violations_notInCreationOrder_named() {
        assertThat(check(List.of(TWO, ONE), "one"))
                .containsExactly("session 'one' with serial 1 is listed after serial 2: not in creation order");
    }

    @Test
    void violations_oneSerialTwice_named() {
        assertThat(check(List.of(ONE, session("twin", 1)), "one"))
                .containsExactly("session 'twin' with serial 1 is listed after serial 1: not in creation order");
    }

    @Test
    void violations_outputBeyondTheLimit_named() {
        Session tooMuch = ONE.withOutput(SessionOutput.EMPTY.append("12345", 5), 2);
        var snapshot = new CoordinatorSnapshot(List.of(tooMuch), "one", 5, 0, 0);

        assertThat(SnapshotInvariants.violations(snapshot, CONFIG))
                .containsExactly("session 'one' keeps 5 bytes of output, the limit is 4");
    }

    @Test
    void violations_totalIsNotTheSum_named() {
        Session some = ONE.withOutput(SessionOutput.EMPTY.append("12", 4), 2);
        var snapshot = new CoordinatorSnapshot(List.of(some), "one", 3, 0, 0);

        assertThat(SnapshotInvariants.violations(snapshot, CONFIG))
                .containsExactly("the total is 3 bytes of output, the sessions keep 2");
    }

    @Test
    void violations_pendingOutsideTheLimit_named() {
        assertThat(SnapshotInvariants.violations(new CoordinatorSnapshot(List.of(), null, 0, 4, 0), CONFIG))
                .containsExactly("4 state changes are pending, allowed are 0 to 3");
        assertThat(SnapshotInvariants.violations(new CoordinatorSnapshot(List.of(), null, 0, -1, 0), CONFIG))
                .containsExactly("-1 state changes are pending, allowed are 0 to 3");
    }

    @Test
    void violations_negativeDropped_named() {
        assertThat(SnapshotInvariants.violations(new CoordinatorSnapshot(List.of(), null, 0, 0, -1), CONFIG))
                .containsExactly("-1 state changes were dropped: less than none");
    }

    @Test
    void violations_severalAtOnce_allNamed() {
        var snapshot = new CoordinatorSnapshot(List.of(TWO, ONE), "gone", 9, 4, -1);

        assertThat(SnapshotInvariants.violations(snapshot, CONFIG)).hasSize(5);
    }

    private static List<String> check(List<Session> sessions, @Nullable String active) {
        return SnapshotInvariants.violations(new CoordinatorSnapshot(sessions, active, 0, 0, 0), CONFIG);
    }

    private static Session session(String id, long serial) {
        return Session.created(id, "name of " + id, serial, Instant.EPOCH, serial);
    }
}
