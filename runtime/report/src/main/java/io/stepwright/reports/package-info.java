/** Formats of reports. The entry point is {@link io.stepwright.reports.ReportFormat}. */
@NullMarked
package io.stepwright.reports;

import org.jspecify.annotations.NullMarked;
