/** The semantic cache that several processes share, on Redis 8. */
@NullMarked
package io.stepwright.redis;

import org.jspecify.annotations.NullMarked;
