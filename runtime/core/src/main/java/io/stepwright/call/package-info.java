/**
 * What one model call needs: the client of its provider, a limit on concurrency, and the deadline
 * over its attempts. This package alone decides about attempts. It knows nothing of runs.
 */
@NullMarked
package io.stepwright.call;

import org.jspecify.annotations.NullMarked;
