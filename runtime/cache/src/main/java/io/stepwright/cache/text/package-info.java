/** Tells texts that can be compared by meaning from those that cannot. */
@NullMarked
package io.stepwright.cache.text;

import org.jspecify.annotations.NullMarked;
