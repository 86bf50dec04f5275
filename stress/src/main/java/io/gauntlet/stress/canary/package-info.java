/**
 * Planted bugs: what a checker must catch before it is believed. Each is a right coordinator with one operation gone wrong,
 * so that it is known what is caught.
 */
@NullMarked
package io.gauntlet.stress.canary;

import org.jspecify.annotations.NullMarked;
