/** Checks of results. */
@NullMarked
package io.stepwright.it.checks;

import org.jspecify.annotations.NullMarked;
