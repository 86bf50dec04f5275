package io.gauntlet.stress.hazard;

import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Operation.ActiveSessionId;
import io.gauntlet.coordinator.operation.Operation.AppendOutput;
import io.gauntlet.coordinator.operation.Operation.CloseSession;
import io.gauntlet.coordinator.operation.Operation.CreateSession;
import io.gauntlet.coordinator.operation.Operation.DroppedStateChanges;
import io.gauntlet.coordinator.operation.Operation.GetSession;
import io.gauntlet.coordinator.operation.Operation.GetWaitingSessions;
import io.gauntlet.coordinator.operation.Operation.ListSessions;
import io.gauntlet.coordinator.operation.Operation.PostStateChange;
import io.gauntlet.coordinator.operation.Operation.ProcessStateChanges;
import io.gauntlet.coordinator.operation.Operation.SaveSession;
import io.gauntlet.coordinator.operation.Operation.Snapshot;
import io.gauntlet.coordinator.operation.Operation.SwitchSession;
import io.gauntlet.coordinator.operation.Operation.UpdateResourceStats;
import io.gauntlet.coordinator.operation.Operation.UpdateSessionState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of operations that a wrong guard gets wrong, with the story of how. All are written for {@link SmallUniverse}:
 * room for two sessions, two posted changes and eight bytes of output.
 *
 * <p>Each has a class for jcstress, which also says what may come out. Those that a list of operations can express have a
 * scenario for Lincheck; the others say why not.
 */
public enum Hazard {
    CREATE_VERSUS_LIST(
            "the first session is in the list, and nobody is active yet",
            before(),
            caller(new CreateSession("a", "alpha")),
            caller(new ListSessions(), new ActiveSessionId()),
            after()),

    SNAPSHOT_IS_NOT_TORN(
            "sessions from one instant, the active id from another",
            before(new CreateSession("a", "alpha")),
            caller(new CreateSession("b", "beta"), new CloseSession("a")),
            caller(new Snapshot()),
            after()),

    WRITER_PROGRESS(
            "a reader asks again and again, and never sees what a writer did long ago",
            "Lincheck's callers perform a fixed number of operations: none asks until the answer changes"),

    SAVE_VERSUS_UPDATE(
            "the copy that is saved mixes two versions",
            before(new CreateSession("a", "alpha")),
            caller(new AppendOutput("a", "xy"), new UpdateSessionState("a", SessionState.PROCESSING)),
            caller(new SaveSession("a"), new SaveSession("a")),
            after()),

    SAVE_VERSUS_SAVE(
            "two saves of one session overtake each other, and the older copy replaces the newer",
            "no operation reads what a store has kept"),

    CLOSE_VERSUS_SWITCH(
            "a session is found by its name, closed by someone else, then made active",
            before(new CreateSession("a", "alpha"), new CreateSession("b", "beta")),
            caller(new CloseSession("b")),
            caller(new SwitchSession("beta")),
            after(new Snapshot())),

    CLOSE_VERSUS_SWITCH_BY_NUMBER(
            "a number is looked up in a list that has just become shorter",
            before(new CreateSession("a", "alpha"), new CreateSession("b", "beta")),
            caller(new CloseSession("a")),
            caller(new SwitchSession("2")),
            after(new Snapshot())),

    CLOSE_ACTIVE_VERSUS_READ(
            "the active session is gone, and its id is still the active one; or the other way round",
            before(new CreateSession("a", "alpha"), new CreateSession("b", "beta")),
            caller(new CloseSession("a")),
            caller(new GetSession("a"), new ActiveSessionId(), new GetSession("a")),
            after()),

    READ_VERSUS_READ(
            "two readers and no writer near, and one is told what the other asked for",
            before(new CreateSession("a", "alpha"), new CreateSession("b", "beta")),
            caller(new GetSession("a")),
            caller(new GetSession("b")),
            after(new GetSession("a"), new GetSession("b"))),

    CLOSE_LAST_VERSUS_CREATE(
            "closing the last session clears the active id that a new first session has just set",
            before(new CreateSession("a", "alpha")),
            caller(new CloseSession("a")),
            caller(new CreateSession("b", "beta")),
            after(new Snapshot())),

    DUPLICATE_CREATE(
            "two callers both find the id free and both take it",
            before(),
            caller(new CreateSession("a", "alpha")),
            caller(new CreateSession("a", "beta")),
            after(new Snapshot())),

    DUPLICATE_NAME(
            "two callers both find the name free and both take it",
            before(),
            caller(new CreateSession("a", "alpha")),
            caller(new CreateSession("b", "alpha")),
            after(new Snapshot())),

    LIMIT_RACE(
            "two callers both find room for one more session",
            before(new CreateSession("a", "alpha")),
            caller(new CreateSession("b", "beta")),
            caller(new CreateSession("c", "gamma")),
            after(new Snapshot())),

    STATE_CHANGE_VERSUS_CLOSE(
            "a posted change is applied to a session that is being closed, and brings it back",
            before(
                    new CreateSession("a", "alpha"),
                    new PostStateChange(new StateChange.NeedsInput("a")),
                    new PostStateChange(new StateChange.Completed("a"))),
            caller(new ProcessStateChanges()),
            caller(new CloseSession("a")),
            after(new Snapshot())),

    POST_VERSUS_PROCESS(
            "a change is posted between the draining of the queue and the applying, and counts for neither",
            before(new CreateSession("a", "alpha"), new PostStateChange(new StateChange.Error("a", "first"))),
            caller(new ProcessStateChanges()),
            caller(new PostStateChange(new StateChange.Processing("a")), new Snapshot()),
            after(new ProcessStateChanges())),

    QUEUE_LIMIT_RACE(
            "two callers both find room for one more posted change, or two drops are counted as one",
            before(new PostStateChange(new StateChange.Processing("a"))),
            caller(new PostStateChange(new StateChange.NeedsInput("a"))),
            caller(new PostStateChange(new StateChange.Completed("a")), new DroppedStateChanges()),
            after(new Snapshot())),

    WAITING_LIST_VERSUS_UPDATE(
            "the list of waiting sessions disagrees with the sessions themselves",
            before(new CreateSession("a", "alpha")),
            caller(new UpdateSessionState("a", SessionState.WAITING_FOR_INPUT)),
            caller(new GetSession("a"), new GetWaitingSessions(), new GetSession("a")),
            after()),

    LOST_UPDATE(
            "two changes of one session start from the same value, and one is lost",
            before(new CreateSession("a", "alpha")),
            caller(new AppendOutput("a", "xy")),
            caller(new UpdateResourceStats("a", new ResourceStats(1, 2)), new AppendOutput("a", "zz")),
            after(new Snapshot())),

    READERS_AGREE(
            "two sessions are created, and two readers see them appear in opposite orders",
            new Scenario(
                    before(),
                    List.of(
                            caller(new CreateSession("a", "alpha")),
                            caller(new CreateSession("b", "beta")),
                            caller(new GetSession("a"), new GetSession("b")),
                            caller(new GetSession("b"), new GetSession("a"))),
                    after())),

    UNSAFE_PUBLICATION(
            "a coordinator is handed over through a plain field, and its new owner sees it half-made",
            "Lincheck makes the coordinator itself, before its callers start");

    private static final String JCSTRESS_PACKAGE = "io.gauntlet.stress.jcstress.hazard.";

    private final String story;
    private final @Nullable Scenario scenario;
    private final @Nullable String withoutScenario;

    Hazard(String story, List<Operation> before, List<Operation> one, List<Operation> other, List<Operation> after) {
        this(story, new Scenario(before, List.of(one, other), after));
    }

    Hazard(String story, Scenario scenario) {
        this.story = story;
        this.scenario = scenario;
        this.withoutScenario = null;
    }

    Hazard(String story, String withoutScenario) {
        this.story = story;
        this.scenario = null;
        this.withoutScenario = withoutScenario;
    }

    private static List<Operation> before(Operation... operations) {
        return List.of(operations);
    }

    private static List<Operation> caller(Operation... operations) {
        return List.of(operations);
    }

    private static List<Operation> after(Operation... operations) {
        return List.of(operations);
    }

    /** Returns what goes wrong where the guard is wrong, in one line. */
    public String story() {
        return story;
    }

    /** Returns who calls what, or nothing where no list of operations shows the hazard. */
    public Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario);
    }

    /** Returns why there is no {@link #scenario}, where there is none. */
    public Optional<String> withoutScenario() {
        return Optional.ofNullable(withoutScenario);
    }

    /** Returns the full name of its class for jcstress: that of {@code CLOSE_VERSUS_SWITCH} ends in {@code CloseVersusSwitch}. */
    public String jcstressClass() {
        return Arrays.stream(name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", JCSTRESS_PACKAGE, ""));
    }
}
