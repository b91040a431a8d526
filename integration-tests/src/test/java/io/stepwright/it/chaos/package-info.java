/** Everything that can go wrong, all at once. */
@NullMarked
package io.stepwright.it.chaos;

import org.jspecify.annotations.NullMarked;
