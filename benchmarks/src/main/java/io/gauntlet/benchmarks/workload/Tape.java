package io.gauntlet.benchmarks.workload;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import io.gauntlet.coordinator.operation.Operation.ActiveSessionId;
import io.gauntlet.coordinator.operation.Operation.AppendOutput;
import io.gauntlet.coordinator.operation.Operation.CloseSession;
import io.gauntlet.coordinator.operation.Operation.CreateSession;
import io.gauntlet.coordinator.operation.Operation.GetSession;
import io.gauntlet.coordinator.operation.Operation.GetWaitingSessions;
import io.gauntlet.coordinator.operation.Operation.ListSessions;
import io.gauntlet.coordinator.operation.Operation.PostStateChange;
import io.gauntlet.coordinator.operation.Operation.ProcessStateChanges;
import io.gauntlet.coordinator.operation.Operation.Snapshot;
import io.gauntlet.coordinator.operation.Operation.SwitchSession;
import io.gauntlet.coordinator.operation.Operation.UpdateResourceStats;
import io.gauntlet.coordinator.operation.Operation.UpdateSessionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An endless, immutable tape of operations that all callers share, each from an offset of its own. One seed gives one tape,
 * on every machine.
 *
 * <p>Whatever chance there is was spent when the tape was made, and every argument exists already: playing a step costs one
 * array access and the operation. A step is one int: session number, variant of the argument, operation.
 */
public final class Tape {

    private static final int LENGTH = 1 << 16;
    private static final int VARIANTS = 256;
    private static final Operation[] OPERATIONS = Operation.values();

    private static final int CHANGE_KINDS = 4;

    private final int[] steps;
    private final Population population;
    private final SessionState[] states;
    private final ResourceStats[] stats;
    private final String[] texts;
    private final StateChange[][] changes;

    /**
     * Makes the tape.
     *
     * @param seed decides the order of the operations, and the sessions they are for
     * @param readPercent share of reads, exact over the whole tape
     * @throws IllegalArgumentException if {@code readPercent} is not 0 to 100
     */
    public Tape(long seed, int readPercent, Population population) {
        if (readPercent < 0 || readPercent > 100) {
            throw new IllegalArgumentException("readPercent '" + readPercent + "' is not valid: allowed are 0 to 100");
        }
        this.population = population;
        this.steps = drawSteps(new Random(seed), readPercent, population.size());
        this.states = variants(SessionState[]::new, Tape::state);
        this.stats =
                variants(ResourceStats[]::new, variant -> new ResourceStats((variant + 1) * 1_048_576L, variant * 10L));
        this.texts = variants(String[]::new, variant -> "line " + variant + " of the output of a chat session\n");
        this.changes = IntStream.range(0, population.size())
                .mapToObj(number -> changes(population.id(number)))
                .toArray(StateChange[][]::new);
    }

    private static SessionState state(int variant) {
        return variant % 4 == 0 ? SessionState.WAITING_FOR_INPUT : SessionState.ACTIVE;
    }

    private static StateChange[] changes(String id) {
        StateChange[] changes = new StateChange[CHANGE_KINDS];
        changes[0] = new StateChange.Completed(id);
        changes[1] = new StateChange.NeedsInput(id);
        changes[2] = new StateChange.Processing(id);
        changes[3] = new StateChange.Error(id, "a tool of " + id + " failed");
        return changes;
    }

    /** Completing is final, so it is drawn rarely enough for churn to make up for it. */
    private static int changeKind(int variant) {
        return variant == 0 ? 0 : variant < VARIANTS / 2 ? 1 : variant < VARIANTS * 5 / 8 ? 2 : 3;
    }

    private static <T> T[] variants(IntFunction<T[]> array, IntFunction<T> variant) {
        return IntStream.range(0, VARIANTS).mapToObj(variant).toArray(array);
    }

    private static int[] drawSteps(Random random, int readPercent, int sessions) {
        int reads = (LENGTH * readPercent + 50) / 100;
        List<Operation> draws = new ArrayList<>(LENGTH);
        addShares(draws, Operation.reads(), reads);
        addShares(draws, Operation.writes(), LENGTH - reads);
        // A pair is drawn as one, so that closing is always followed by creating again.
        draws.removeIf(draw -> draw == Operation.CREATE_SESSION);
        Collections.shuffle(draws, random);
        int[] steps = new int[LENGTH];
        int position = 0;
        for (Operation draw : draws) {
            int target = random.nextInt(sessions);
            int variant = random.nextInt(VARIANTS);
            steps[position++] = step(draw, draw == Operation.POST_STATE_CHANGE ? changeKind(variant) : variant, target);
            if (draw == Operation.CLOSE_SESSION) {
                steps[position++] = step(Operation.CREATE_SESSION, 0, target);
            }
        }
        return steps;
    }

    /** Adds {@code count} operations by their shares; what rounding leaves goes to the first, which is the most frequent. */
    private static void addShares(List<Operation> draws, List<Operation> operations, int count) {
        int left = count;
        for (Operation operation : operations) {
            int share = count * operation.sharePercent() / 100;
            draws.addAll(Collections.nCopies(share, operation));
            left -= share;
        }
        draws.addAll(Collections.nCopies(left, operations.get(0)));
    }

    private static int step(Operation operation, int variant, int target) {
        return target << 16 | variant << 8 | Arrays.asList(OPERATIONS).indexOf(operation);
    }

    /** Returns where caller {@code index} of {@code callers} begins: they are spread evenly over the tape. */
    public int offset(int index, int callers) {
        return (int) ((long) LENGTH * index / callers);
    }

    /** Returns the position after {@code position}. */
    public int next(int position) {
        return (position + 1) & (LENGTH - 1);
    }

    /** Returns how many positions there are. */
    public int length() {
        return LENGTH;
    }

    /** Returns whether the operation at {@code position} reads. */
    public boolean isRead(int position) {
        return operation(steps[position]).isRead();
    }

    Operation operationAt(int position) {
        return operation(steps[position]);
    }

    int targetAt(int position) {
        return steps[position] >>> 16;
    }

    private static Operation operation(int step) {
        return OPERATIONS[step & 0xff];
    }

    /**
     * Performs the operation at {@code position}.
     *
     * @return its answer; null if it came to nothing: it was refused, its change was dropped, or its session is gone
     */
    @SuppressWarnings("ReferenceEquality") // a boxed boolean is one of two, and equals would touch every answer
    public @Nullable Object perform(int position, SessionCoordinator coordinator) {
        try {
            Object answer = ask(position, coordinator);
            return answer == Boolean.FALSE ? null : answer;
        } catch (CoordinatorException refused) {
            return null;
        }
    }

    /**
     * Performs the operation at {@code position} and returns its answer, whatever that is.
     *
     * @throws CoordinatorException if it was refused
     */
    public @Nullable Object ask(int position, SessionCoordinator coordinator) {
        int step = steps[position];
        int target = step >>> 16;
        int variant = step >>> 8 & 0xff;
        return switch (operation(step)) {
            case GET_SESSION -> coordinator.getSession(population.id(target));
            case ACTIVE_SESSION_ID -> coordinator.activeSessionId();
            case GET_WAITING_SESSIONS -> coordinator.getWaitingSessions();
            case LIST_SESSIONS -> coordinator.listSessions();
            case SNAPSHOT -> coordinator.snapshot();
            case UPDATE_RESOURCE_STATS -> coordinator.updateResourceStats(population.id(target), stats[variant]);
            case UPDATE_SESSION_STATE -> coordinator.updateSessionState(population.id(target), states[variant]);
            case POST_STATE_CHANGE -> coordinator.postStateChange(changes[target][variant]);
            case APPEND_OUTPUT -> coordinator.appendOutput(population.id(target), texts[variant]);
            case SWITCH_SESSION -> coordinator.switchSession(population.name(target));
            case PROCESS_STATE_CHANGES -> coordinator.processStateChanges();
            case CLOSE_SESSION -> coordinator.closeSession(population.id(target));
            case CREATE_SESSION -> coordinator.createSession(population.id(target), population.name(target));
        };
    }

    /** Returns the call that {@link #ask} makes at {@code position}, with its arguments, as a value. */
    public io.gauntlet.coordinator.operation.Operation asked(int position) {
        int step = steps[position];
        int target = step >>> 16;
        int variant = step >>> 8 & 0xff;
        return switch (operation(step)) {
            case GET_SESSION -> new GetSession(population.id(target));
            case ACTIVE_SESSION_ID -> new ActiveSessionId();
            case GET_WAITING_SESSIONS -> new GetWaitingSessions();
            case LIST_SESSIONS -> new ListSessions();
            case SNAPSHOT -> new Snapshot();
            case UPDATE_RESOURCE_STATS -> new UpdateResourceStats(population.id(target), stats[variant]);
            case UPDATE_SESSION_STATE -> new UpdateSessionState(population.id(target), states[variant]);
            case POST_STATE_CHANGE -> new PostStateChange(changes[target][variant]);
            case APPEND_OUTPUT -> new AppendOutput(population.id(target), texts[variant]);
            case SWITCH_SESSION -> new SwitchSession(population.name(target));
            case PROCESS_STATE_CHANGES -> new ProcessStateChanges();
            case CLOSE_SESSION -> new CloseSession(population.id(target));
            case CREATE_SESSION -> new CreateSession(population.id(target), population.name(target));
        };
    }
}
