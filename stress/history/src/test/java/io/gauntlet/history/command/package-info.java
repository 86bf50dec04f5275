/** Tests of the command and of the text. */
@NullMarked
package io.gauntlet.history.command;

import org.jspecify.annotations.NullMarked;
