/** Remembers the answers of agents' steps, behind the seam of the engine. Internal. */
@NullMarked
package io.stepwright.cache.step;

import org.jspecify.annotations.NullMarked;
