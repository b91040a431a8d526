/** How well the cache tells questions apart: hit rate and wrong answers on labelled pairs. */
@NullMarked
package io.stepwright.it.cache;

import org.jspecify.annotations.NullMarked;
