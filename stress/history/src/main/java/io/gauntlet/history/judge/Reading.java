package io.gauntlet.history.judge;

import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionId;
import io.gauntlet.coordinator.contract.CoordinatorException.DuplicateSessionName;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidArgument;
import io.gauntlet.coordinator.contract.CoordinatorException.InvalidStateTransition;
import io.gauntlet.coordinator.contract.CoordinatorException.SaveFailed;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionLimitReached;
import io.gauntlet.coordinator.contract.CoordinatorException.SessionNotFound;
import io.gauntlet.coordinator.contract.CoordinatorSnapshot;
import io.gauntlet.coordinator.contract.Session;
import io.gauntlet.coordinator.contract.StateChangeReport;
import io.gauntlet.coordinator.operation.Operation;
import io.gauntlet.coordinator.operation.Outcome;
import io.gauntlet.coordinator.rules.SessionRules;
import io.gauntlet.history.Call;
import io.gauntlet.history.History;
import io.gauntlet.history.Limits;
import io.gauntlet.history.StartState;
import io.gauntlet.history.judge.Observation.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads one call after the other into a {@link Script}: what its answer says, or what it changed.
 *
 * <p>A list becomes a sum of the hashes of its versions, to be compared with the table's. That is enough: a version names
 * one value of this history ({@link Values}), and the order is that of the serials, which is checked here once.
 */
final class Reading {

    /** How many sessions of one list are noted as awaited; noting fewer is sound and only rules out less. */
    private static final int AWAITED_OF_A_LIST = 64;

    private static final Observation NEVER = new Observation.Constant(false);
    private static final Observation ALWAYS = new Observation.Constant(true);

    private final Script script;
    private final Limits limits;
    private final StartState start;
    private final CreationTimes creationTimes;
    private final Map<Effect, Integer> twins = new HashMap<>();
    private final List<Integer> drained = new ArrayList<>();
    private final List<StateChangeReport> reports = new ArrayList<>();
    private boolean drainInDoubt;
    private boolean versionsInDoubt;
    private final Map<String, Boolean> validNames = new HashMap<>();

    Reading(Script script, History history) {
        this.script = script;
        this.limits = history.limits();
        this.start = history.start();
        this.creationTimes = new CreationTimes(script.values);
    }

    void read(int number, Call call) {
        Operation operation = call.operation();
        Outcome outcome = call.outcome();
        if (outcome instanceof Outcome.Refused refused) {
            readRefusal(number, operation, refused.cause());
        } else {
            Object answer = outcome instanceof Outcome.Answered answered ? answered.value() : null;
            readAnswer(number, operation, answer, call.isPending());
        }
    }

    /** Returns the calls that drained something, once all are read. */
    Drains drains(Timeline timeline) {
        int[] calls = drained.stream().mapToInt(Integer::intValue).toArray();
        return new Drains(timeline, script.values, calls, reports, drainInDoubt, versionsInDoubt);
    }

    // --- refusals

    private void readRefusal(int number, Operation operation, Class<?> cause) {
        if (operation instanceof Operation.CreateSession create) {
            readRefusedCreation(number, create, cause);
        } else if (operation instanceof Operation.SwitchSession switching && cause == SessionNotFound.class) {
            Integer position = position(switching.nameOrNumber());
            observe(
                    number,
                    Watch.STRUCTURE,
                    position == null
                            ? new Observation.NameFree(script.names.of(switching.nameOrNumber()))
                            : new Observation.Shorter(position));
        } else if (operation instanceof Operation.UpdateSessionState update && cause == InvalidStateTransition.class) {
            Slot id = script.ids.of(update.id());
            observe(number, id, new Observation.Barred(id, update.state()));
        } else if (operation instanceof Operation.SaveSession save && cause == SaveFailed.class) {
            observeOpen(number, save.id(), true);
        } else {
            String id = idOf(operation);
            if (id != null && cause == SessionNotFound.class) {
                observeOpen(number, id, false);
            } else {
                observe(number, Watch.STRUCTURE, NEVER);
            }
        }
    }

    private void readRefusedCreation(int number, Operation.CreateSession create, Class<?> cause) {
        boolean valid = isValid(create);
        if (!valid || cause == InvalidArgument.class) {
            observe(number, Watch.STRUCTURE, !valid && cause == InvalidArgument.class ? ALWAYS : NEVER);
            return;
        }
        Slot id = script.ids.of(create.id());
        Slot name = script.names.of(create.name());
        if (cause == DuplicateSessionId.class) {
            observeOpen(number, create.id(), true);
        } else if (cause == DuplicateSessionName.class) {
            observe(number, Watch.STRUCTURE, new Observation.NameTaken(id, name));
        } else if (cause == SessionLimitReached.class) {
            observe(number, Watch.STRUCTURE, new Observation.Full(id, name, limits.maxActiveSessions()));
        } else {
            observe(number, Watch.STRUCTURE, NEVER);
        }
    }

    private boolean isValid(Operation.CreateSession create) {
        return validNames.computeIfAbsent(create.name(), name -> isValid("id", name)) && isValid(create.id(), "name");
    }

    private static boolean isValid(String id, String name) {
        try {
            new SessionRules.Creation(id, name, Instant.EPOCH, 1);
            return true;
        } catch (InvalidArgument invalid) {
            return false;
        }
    }

    private static @Nullable String idOf(Operation operation) {
        if (operation instanceof Operation.CloseSession close) {
            return close.id();
        } else if (operation instanceof Operation.UpdateSessionState update) {
            return update.id();
        } else if (operation instanceof Operation.UpdateResourceStats update) {
            return update.id();
        } else if (operation instanceof Operation.AppendOutput append) {
            return append.id();
        }
        return operation instanceof Operation.SaveSession save ? save.id() : null;
    }

    /** Returns the position that a text of digits names, beyond all where an int cannot hold it; null for a name. */
    private static @Nullable Integer position(String nameOrNumber) {
        if (nameOrNumber.isEmpty() || !nameOrNumber.codePoints().allMatch(Character::isDigit)) {
            return null;
        }
        try {
            return Integer.parseInt(nameOrNumber);
        } catch (NumberFormatException beyondInt) {
            return Integer.MAX_VALUE;
        }
    }

    // --- answers

    private void readAnswer(int number, Operation operation, @Nullable Object answer, boolean pending) {
        if (operation instanceof Operation.ActiveSessionId) {
            if (answer == null || answer instanceof String) {
                Slot id = answer instanceof String text ? script.ids.of(text) : null;
                observe(number, Watch.ACTIVE, new Observation.Active(id), pending);
            } else {
                observe(number, Watch.ACTIVE, NEVER);
            }
        } else if (operation instanceof Operation.GetSession get) {
            readGet(number, get.id(), answer, pending);
        } else if (operation instanceof Operation.SaveSession save) {
            readSave(number, save.id(), answer, pending);
        } else if (operation instanceof Operation.ListSessions) {
            readList(number, answer, pending);
        } else if (operation instanceof Operation.GetWaitingSessions) {
            readWaiting(number, answer, pending);
        } else if (operation instanceof Operation.Snapshot) {
            readSnapshot(number, answer, pending);
        } else if (operation instanceof Operation.DroppedStateChanges) {
            readDropped(number, answer, pending);
        } else if (operation instanceof Operation.PostStateChange post) {
            readPost(number, post, answer, pending);
        } else if (operation instanceof Operation.ProcessStateChanges) {
            readProcess(number, answer, pending);
        } else {
            readChange(number, operation, answer, pending);
        }
    }

    private void readGet(int number, String id, @Nullable Object answer, boolean pending) {
        if (pending) {
            return;
        }
        if (answer == null) {
            observeOpen(number, id, false);
        } else {
            readSave(number, id, answer, false);
        }
    }

    private void readSave(int number, String id, @Nullable Object answer, boolean pending) {
        if (pending) {
            return;
        }
        Slot slot = script.ids.of(id);
        if (answer instanceof Session session && tell(session)) {
            observe(number, slot, new Observation.Is(slot, session.version()));
        } else {
            observe(number, slot, NEVER);
        }
    }

    private void readList(int number, @Nullable Object answer, boolean pending) {
        if (!pending) {
            Long hash = hash(answer);
            observe(number, Watch.LIST, hash == null ? NEVER : new Observation.Listed(hash));
        }
    }

    private void readWaiting(int number, @Nullable Object answer, boolean pending) {
        if (!pending) {
            Long hash = hash(answer);
            observe(number, Watch.WAITING, hash == null ? NEVER : new Observation.Waiting(hash));
        }
    }

    private void readSnapshot(int number, @Nullable Object answer, boolean pending) {
        if (pending) {
            return;
        }
        Long hash = answer instanceof CoordinatorSnapshot snapshot ? hash(snapshot.sessions()) : null;
        if (!(answer instanceof CoordinatorSnapshot snapshot) || hash == null) {
            observe(number, Watch.SNAPSHOT, NEVER);
            return;
        }
        int drop = script.drops.index(snapshot.droppedStateChanges());
        if (drop == Values.IMPOSSIBLE) {
            observe(number, Watch.SNAPSHOT, NEVER);
            return;
        }
        script.awaitDropped(number, drop);
        String active = snapshot.activeSessionId();
        observe(
                number,
                Watch.SNAPSHOT,
                new Observation.Snapped(
                        hash,
                        active == null ? null : script.ids.of(active),
                        snapshot.outputBytes(),
                        snapshot.pendingStateChanges(),
                        snapshot.droppedStateChanges()));
    }

    private void readDropped(int number, @Nullable Object answer, boolean pending) {
        if (pending) {
            return;
        }
        int drop = answer instanceof Long count ? script.drops.index(count) : Values.IMPOSSIBLE;
        if (drop == Values.IMPOSSIBLE) {
            observe(number, Watch.DROPPED, NEVER);
        } else {
            script.awaitDropped(number, drop);
            observe(number, Watch.DROPPED, new Observation.Dropped((Long) Objects.requireNonNull(answer)));
        }
    }

    /** Returns the sum of the hashes of a list's versions; null if the list can never be right. */
    private @Nullable Long hash(@Nullable Object answer) {
        if (!(answer instanceof List<?> list)) {
            return null;
        }
        long hash = 0;
        long serial = 0;
        int left = list.size();
        for (Object element : list) {
            if (!(element instanceof Session session) || session.serial() <= serial) {
                return null;
            }
            serial = session.serial();
            int value = script.values.tell(session);
            if (value == Values.IMPOSSIBLE) {
                return null;
            }
            hash += Values.hash(value);
            if (left-- <= AWAITED_OF_A_LIST) {
                script.await(value);
            }
        }
        return hash;
    }

    // --- changes

    private void readPost(int number, Operation.PostStateChange post, @Nullable Object answer, boolean pending) {
        if (pending || answer instanceof Boolean) {
            SessionRules.Posting posting = new SessionRules.Posting(post.change(), limits.maxPendingStateChanges());
            change(number, new Effect.Post(posting, (Boolean) answer));
        } else {
            observe(number, Watch.QUEUE, NEVER);
        }
    }

    private void readProcess(int number, @Nullable Object answer, boolean pending) {
        if (pending) {
            drainInDoubt = true;
            change(number, new Effect.Process(null));
        } else if (answer instanceof StateChangeReport report) {
            if (report.drained() == 0) {
                observe(number, Watch.QUEUE, new Observation.QueueEmpty());
            } else {
                drained.add(number);
                reports.add(report);
                change(number, new Effect.Process(report));
            }
        } else {
            observe(number, Watch.QUEUE, NEVER);
        }
    }

    private void readChange(int number, Operation operation, @Nullable Object answer, boolean pending) {
        if (operation instanceof Operation.CreateSession create && !isValid(create)) {
            if (!pending) {
                observe(number, Watch.STRUCTURE, NEVER);
            }
            return;
        }
        if (pending) {
            versionsInDoubt = true;
            change(number, effect(operation, Effect.UNKNOWN, creationTimes));
            return;
        }
        if (!(answer instanceof Session session) || !tell(session)) {
            observe(number, Watch.STRUCTURE, NEVER);
            return;
        }
        Effect effect = effect(operation, session.version(), serial -> session.createdAt());
        if (operation instanceof Operation.SwitchSession || operation instanceof Operation.CloseSession) {
            change(number, effect);
        } else if (session.version() > start.lastVersion()
                && script.values.give(script.values.index(session.version()), number)) {
            script.versioned[number] = true;
            script.effects[number] = effect;
        } else {
            observe(number, Watch.STRUCTURE, NEVER);
        }
    }

    private Effect effect(Operation operation, long version, LongFunction<Instant> createdAt) {
        if (operation instanceof Operation.CreateSession create) {
            return new Effect.Create(
                    script.ids.of(create.id()),
                    script.names.of(create.name()),
                    limits.maxActiveSessions(),
                    createdAt,
                    version);
        } else if (operation instanceof Operation.SwitchSession switching) {
            String target = switching.nameOrNumber();
            Integer position = position(target);
            return position == null
                    ? new Effect.SwitchByName(script.names.of(target), version)
                    : new Effect.SwitchByNumber(target, position, version);
        } else if (operation instanceof Operation.CloseSession close) {
            return new Effect.Close(script.ids.of(close.id()), version);
        } else if (operation instanceof Operation.UpdateSessionState update) {
            return new Effect.UpdateState(
                    script.ids.of(update.id()), new SessionRules.StateUpdate(update.id(), update.state()), version);
        } else if (operation instanceof Operation.UpdateResourceStats update) {
            return new Effect.UpdateStats(
                    script.ids.of(update.id()), new SessionRules.StatsUpdate(update.id(), update.stats()), version);
        } else if (operation instanceof Operation.AppendOutput append) {
            return new Effect.Append(
                    script.ids.of(append.id()),
                    new SessionRules.Addition(append.id(), append.text(), limits.maxOutputBytes()),
                    version);
        }
        throw new IllegalArgumentException("the judge does not know the operation " + operation);
    }

    // ---

    /** Notes that the call was told of a value; returns whether it can be one. Values that the call itself gives count too. */
    private boolean tell(Session session) {
        int value = script.values.tell(session);
        if (value == Values.IMPOSSIBLE) {
            return false;
        }
        script.await(value);
        return true;
    }

    private void observeOpen(int number, String id, boolean open) {
        Slot slot = script.ids.of(id);
        observe(number, slot, new Observation.Open(slot, open));
    }

    private void observe(int number, Slot id, Observation observation) {
        script.observations[number] = observation;
        script.groups[number] = Script.group(id);
    }

    private void observe(int number, Watch watch, Observation observation, boolean pending) {
        if (!pending) {
            observe(number, watch, observation);
        }
    }

    private void observe(int number, Watch watch, Observation observation) {
        script.observations[number] = observation;
        script.groups[number] = watch.list;
    }

    private void change(int number, Effect effect) {
        script.effects[number] = effect;
        script.groups[number] = Script.FREE;
        script.twins[number] = effect.mayHaveTwin() ? twins.computeIfAbsent(effect, one -> number) : number;
    }
}
