/** A report as a trace. */
@NullMarked
package io.stepwright.report.format.trace;

import org.jspecify.annotations.NullMarked;
