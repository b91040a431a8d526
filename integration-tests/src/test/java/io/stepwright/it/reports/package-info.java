/** Figures in reports. */
@NullMarked
package io.stepwright.it.reports;

import org.jspecify.annotations.NullMarked;
