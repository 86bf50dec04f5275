/** What the machine tells of itself while it measures: files of Linux, each absent where it cannot be read. */
@NullMarked
package io.gauntlet.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
