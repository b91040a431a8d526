/** Draws what happened in a run, from plain numbers. */
@NullMarked
package io.stepwright.report;

import org.jspecify.annotations.NullMarked;
