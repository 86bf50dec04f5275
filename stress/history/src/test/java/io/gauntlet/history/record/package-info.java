/** Tests of the recorder. */
@NullMarked
package io.gauntlet.history.record;

import org.jspecify.annotations.NullMarked;
