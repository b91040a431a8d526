/**
 * Caches answers: exact matches, matches by meaning, and one request for all callers that ask the
 * same question at the same time.
 *
 * <p>Stores only keep entries; every decision about what may be served is made here.
 */
@NullMarked
package io.stepwright.cache;

import org.jspecify.annotations.NullMarked;
