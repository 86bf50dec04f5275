/** Notices when callers stop making progress, and tells who waits for whom. */
@NullMarked
package io.gauntlet.stress.watch;

import org.jspecify.annotations.NullMarked;
