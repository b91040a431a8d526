/** The selection of steps that are shown one by one, and of those that are combined. */
@NullMarked
package io.stepwright.report.format.rows;

import org.jspecify.annotations.NullMarked;
