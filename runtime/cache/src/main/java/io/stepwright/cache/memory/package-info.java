/**
 * Keeps remembered answers in the memory of this process, and finds the nearest of them.
 *
 * <p>Decides nothing about what may be served.
 */
@NullMarked
package io.stepwright.cache.memory;

import org.jspecify.annotations.NullMarked;
