/** A report as a trace. */
@NullMarked
package io.stepwright.reports.trace;

import org.jspecify.annotations.NullMarked;
