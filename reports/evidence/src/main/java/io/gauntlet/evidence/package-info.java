/**
 * What every checker and every measurement leaves behind, and its JSON: one file a check, validated against a schema when
 * it is written and again when it is read.
 */
@NullMarked
package io.gauntlet.evidence;

import org.jspecify.annotations.NullMarked;
