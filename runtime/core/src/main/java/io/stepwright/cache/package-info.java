/**
 * Remembers answers: exactly, by meaning, and once for all that ask the same at the same time.
 *
 * <p>Stores only keep entries; every decision about what may be served is made here.
 */
@NullMarked
package io.stepwright.cache;

import org.jspecify.annotations.NullMarked;
