/** A report as data. */
@NullMarked
package io.stepwright.report.format.json;

import org.jspecify.annotations.NullMarked;
