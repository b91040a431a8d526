/** Very many runs at once. */
@NullMarked
package io.stepwright.it.load;

import org.jspecify.annotations.NullMarked;
