/** Shows runs: {@link io.stepwright.reports.ReportFormat} is the door. */
@NullMarked
package io.stepwright.reports;

import org.jspecify.annotations.NullMarked;
