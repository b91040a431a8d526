/** Agents whose steps remember their answers, in this process and on a Redis server. */
@NullMarked
package io.stepwright.it.remembered;

import org.jspecify.annotations.NullMarked;
