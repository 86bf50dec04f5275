/** How the page looks: the words, the numbers and the places of the marks; templates under {@code src/main/jte} lay them out. */
@NullMarked
package io.gauntlet.report.page;

import org.jspecify.annotations.NullMarked;
