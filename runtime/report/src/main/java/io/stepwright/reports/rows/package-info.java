/** What of a report is shown one by one, and what together. */
@NullMarked
package io.stepwright.reports.rows;

import org.jspecify.annotations.NullMarked;
