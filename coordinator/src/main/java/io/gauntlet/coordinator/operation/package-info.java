/**
 * Calls of the contract as values: made from a seed, performed on any coordinator, compared by their outcome. What a checker
 * needs to ask two coordinators the same question.
 */
@NullMarked
package io.gauntlet.coordinator.operation;

import org.jspecify.annotations.NullMarked;
