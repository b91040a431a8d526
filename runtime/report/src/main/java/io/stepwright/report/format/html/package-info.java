/** A report as one page. */
@NullMarked
package io.stepwright.report.format.html;

import org.jspecify.annotations.NullMarked;
