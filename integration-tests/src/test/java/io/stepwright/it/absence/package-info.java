/** Steps without a value: what then happens to others, and when. */
@NullMarked
package io.stepwright.it.absence;

import org.jspecify.annotations.NullMarked;
