/**
 * What the evidence amounts to: which check of which strategy is proven, what was measured of the same bytes, and what is
 * red. Knows nothing of HTML.
 */
@NullMarked
package io.gauntlet.report.trial;

import org.jspecify.annotations.NullMarked;
