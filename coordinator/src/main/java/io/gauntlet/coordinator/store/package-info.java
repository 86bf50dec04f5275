/** Where saved sessions are kept: in a folder of files that survives a kill at any moment, or in memory. */
@NullMarked
package io.gauntlet.coordinator.store;

import org.jspecify.annotations.NullMarked;
