/** A Redis server of its own for each test that asks for one, also for tests of other modules. */
@NullMarked
package io.stepwright.redis.testing;

import org.jspecify.annotations.NullMarked;
