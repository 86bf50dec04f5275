/** The strategies on trial: each joins one guard to one table, and the rules are the same for all. */
@NullMarked
package io.gauntlet.coordinator;

import org.jspecify.annotations.NullMarked;
