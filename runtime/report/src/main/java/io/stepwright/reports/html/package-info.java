/** A report as one page. */
@NullMarked
package io.stepwright.reports.html;

import org.jspecify.annotations.NullMarked;
