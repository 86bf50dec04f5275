/** Reads the evidence folders, writes the page, prints the summary, and says by its exit code whether anything is red. */
@NullMarked
package io.gauntlet.report;

import org.jspecify.annotations.NullMarked;
