/**
 * Keeps cached answers in the memory of this process, and finds the nearest of them.
 *
 * <p>Makes no decision about what may be served.
 */
@NullMarked
package io.stepwright.cache.memory;

import org.jspecify.annotations.NullMarked;
