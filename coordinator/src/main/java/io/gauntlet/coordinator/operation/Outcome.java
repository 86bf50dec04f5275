package io.gauntlet.coordinator.operation;

import io.gauntlet.coordinator.contract.CoordinatorException;
import org.jspecify.annotations.Nullable;

/** What became of an operation; equal where two coordinators gave the same. */
public sealed interface Outcome {

    /** It answered this. */
    record Answered(@Nullable Object value) implements Outcome {}

    /** It was refused for this cause, in these words. */
    record Refused(Class<? extends CoordinatorException> cause, String message) implements Outcome {}
}
