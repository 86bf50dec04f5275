/** Tests of the format. */
@NullMarked
package io.gauntlet.history.file;

import org.jspecify.annotations.NullMarked;
