/** Shows runs: {@link io.stepwright.report.format.ReportFormat} is the door. */
@NullMarked
package io.stepwright.report.format;

import org.jspecify.annotations.NullMarked;
