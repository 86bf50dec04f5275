/**
 * How many callers share one state: one class a guard, each with the essay that argues why it is right.
 *
 * <p>A guard knows a state to share and nothing of sessions; what it asks of that state is the bound of its type
 * parameter. Any of them can be taken for other fields.
 */
@NullMarked
package io.gauntlet.coordinator.guard;

import org.jspecify.annotations.NullMarked;
