/** A report as JSON. */
@NullMarked
package io.stepwright.reports.json;

import org.jspecify.annotations.NullMarked;
