/** A report as one HTML page. */
@NullMarked
package io.stepwright.report.format.html;

import org.jspecify.annotations.NullMarked;
