/**
 * How a model call holds in production: attempts, waits between them, the retry budget, repair of
 * answers that do not fit, further models, limits of providers, and the deadline over it all. This
 * package alone decides about attempts. It knows nothing of runs.
 */
@NullMarked
package io.stepwright.call;

import org.jspecify.annotations.NullMarked;
