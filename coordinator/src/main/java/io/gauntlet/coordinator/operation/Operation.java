package io.gauntlet.coordinator.operation;

import io.gauntlet.coordinator.contract.CoordinatorException;
import io.gauntlet.coordinator.contract.ResourceStats;
import io.gauntlet.coordinator.contract.SessionCoordinator;
import io.gauntlet.coordinator.contract.SessionState;
import io.gauntlet.coordinator.contract.StateChange;
import org.jspecify.annotations.Nullable;

/** One call of one operation of the contract, with its arguments. */
public sealed interface Operation {

    /** Calls the coordinator and returns its answer; a {@link CoordinatorException} is thrown on. */
    @Nullable
    Object call(SessionCoordinator coordinator);

    /** Calls the coordinator and returns what became of it, refusals included. */
    default Outcome perform(SessionCoordinator coordinator) {
        try {
            return new Outcome.Answered(call(coordinator));
        } catch (CoordinatorException refusal) {
            return new Outcome.Refused(refusal.getClass(), String.valueOf(refusal.getMessage()));
        }
    }

    record CreateSession(String id, String name) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.createSession(id, name);
        }
    }

    record SwitchSession(String nameOrNumber) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.switchSession(nameOrNumber);
        }
    }

    record CloseSession(String id) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.closeSession(id);
        }
    }

    record ActiveSessionId() implements Operation {
        @Override
        public @Nullable Object call(SessionCoordinator coordinator) {
            return coordinator.activeSessionId();
        }
    }

    record GetSession(String id) implements Operation {
        @Override
        public @Nullable Object call(SessionCoordinator coordinator) {
            return coordinator.getSession(id);
        }
    }

    record ListSessions() implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.listSessions();
        }
    }

    record GetWaitingSessions() implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.getWaitingSessions();
        }
    }

    record UpdateSessionState(String id, SessionState state) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.updateSessionState(id, state);
        }
    }

    record ProcessStateChanges() implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.processStateChanges();
        }
    }

    record SaveSession(String id) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.saveSession(id);
        }
    }

    record UpdateResourceStats(String id, ResourceStats stats) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.updateResourceStats(id, stats);
        }
    }

    record Snapshot() implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.snapshot();
        }
    }

    record PostStateChange(StateChange change) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.postStateChange(change);
        }
    }

    record DroppedStateChanges() implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.droppedStateChanges();
        }
    }

    record AppendOutput(String id, String text) implements Operation {
        @Override
        public Object call(SessionCoordinator coordinator) {
            return coordinator.appendOutput(id, text);
        }
    }
}
