/**
 * Reliable model calls: attempts, waits between them, the retry budget, repair of answers that do
 * not fit, fallback models, limits of providers, and the deadline of the whole call. This package
 * alone decides about attempts. It does not depend on runs.
 */
@NullMarked
package io.stepwright.call;

import org.jspecify.annotations.NullMarked;
