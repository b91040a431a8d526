/** Absent steps: their effect on other steps, and its timing. */
@NullMarked
package io.stepwright.it.absence;

import org.jspecify.annotations.NullMarked;
