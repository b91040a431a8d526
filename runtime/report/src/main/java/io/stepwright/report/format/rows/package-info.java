/** What of a report is shown one by one, and what together. */
@NullMarked
package io.stepwright.report.format.rows;

import org.jspecify.annotations.NullMarked;
