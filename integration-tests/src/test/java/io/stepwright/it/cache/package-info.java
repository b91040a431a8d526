/**
 * Measures how well the cache tells questions apart: hit rates and wrong answers on labelled pairs.
 */
@NullMarked
package io.stepwright.it.cache;

import org.jspecify.annotations.NullMarked;
