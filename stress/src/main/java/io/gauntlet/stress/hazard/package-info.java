/**
 * The dangerous meetings of operations, as data: named once, run by every checker that can.
 *
 * <p>Nothing here depends on a checker or a strategy. A {@link io.gauntlet.stress.hazard.Scenario} says who asks for what, a
 * {@link io.gauntlet.stress.hazard.Hazard} has a name, a story and mostly a scenario, {@link
 * io.gauntlet.stress.hazard.RandomScenarios} draws those that nobody thought of, and {@link
 * io.gauntlet.stress.hazard.SmallUniverse} holds the limits that all of them are written for.
 */
@NullMarked
package io.gauntlet.stress.hazard;

import org.jspecify.annotations.NullMarked;
