/** Code on trial in a package that Lincheck never instruments. */
@NullMarked
package org.slf4j.excluded;

import org.jspecify.annotations.NullMarked;
