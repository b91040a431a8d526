/** Words of English texts: reads a text into words, with their stems, classes and content. */
@NullMarked
package io.stepwright.cache.guard.word;

import org.jspecify.annotations.NullMarked;
