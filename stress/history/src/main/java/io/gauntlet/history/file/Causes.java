package io.gauntlet.history.file;

import io.gauntlet.coordinator.contract.CoordinatorException;
import java.util.List;

/** Why an operation may be refused, in the order of the codes that a history file has for it. */
final class Causes {

    static final List<Class<? extends CoordinatorException>> BY_CODE = List.of(
            CoordinatorException.InvalidArgument.class,
            CoordinatorException.SessionNotFound.class,
            CoordinatorException.DuplicateSessionId.class,
            CoordinatorException.DuplicateSessionName.class,
            CoordinatorException.SessionLimitReached.class,
            CoordinatorException.InvalidStateTransition.class,
            CoordinatorException.SaveFailed.class);

    private Causes() {}
}
