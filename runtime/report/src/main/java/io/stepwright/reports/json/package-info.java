/** A report as data. */
@NullMarked
package io.stepwright.reports.json;

import org.jspecify.annotations.NullMarked;
