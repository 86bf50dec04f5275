/** Histories shown to people: as text, and by a command that reads them from files. Nobody in this module knows it. */
@NullMarked
package io.gauntlet.history.command;

import org.jspecify.annotations.NullMarked;
