/** What a report counts. */
@NullMarked
package io.stepwright.it.reports;

import org.jspecify.annotations.NullMarked;
