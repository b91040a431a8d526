/** A Redis server for each test that needs one, also for tests of other modules. */
@NullMarked
package io.stepwright.redis.testing;

import org.jspecify.annotations.NullMarked;
