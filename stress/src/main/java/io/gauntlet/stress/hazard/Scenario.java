package io.gauntlet.stress.hazard;

import io.gauntlet.coordinator.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who asks a new coordinator for what: first one caller alone, then each caller its own operations while the others ask for
 * theirs, then again one alone.
 *
 * @param before performed first
 * @param callers the operations of each concurrent caller, in its order
 * @param after performed when all callers have returned
 */
public record Scenario(List<Operation> before, List<List<Operation>> callers, List<Operation> after) {

    /** @throws IllegalArgumentException if nobody asks, or a caller asks for nothing */
    public Scenario {
        before = List.copyOf(before);
        callers = callers.stream().map(List::copyOf).toList();
        after = List.copyOf(after);
        if (callers.isEmpty() || callers.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "callers " + callers + " are not valid: there must be one, and each must ask for something");
        }
    }

    /** Returns all operations; those of one caller together, in its order. */
    public Stream<Operation> operations() {
        return Stream.of(before.stream(), callers.stream().flatMap(List::stream), after.stream())
                .flatMap(part -> part);
    }
}
