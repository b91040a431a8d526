/** A report as one HTML page. */
@NullMarked
package io.stepwright.reports.html;

import org.jspecify.annotations.NullMarked;
