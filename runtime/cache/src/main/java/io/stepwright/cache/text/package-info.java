/** Decides which texts can be compared by meaning. */
@NullMarked
package io.stepwright.cache.text;

import org.jspecify.annotations.NullMarked;
