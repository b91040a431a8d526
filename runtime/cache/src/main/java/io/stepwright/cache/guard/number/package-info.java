/** Numbers of English texts: amounts with their units, dates, times and written-out numbers. */
@NullMarked
package io.stepwright.cache.guard.number;

import org.jspecify.annotations.NullMarked;
