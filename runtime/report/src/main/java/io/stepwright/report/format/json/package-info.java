/** A report as JSON. */
@NullMarked
package io.stepwright.report.format.json;

import org.jspecify.annotations.NullMarked;
