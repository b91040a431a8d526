/**
 * The semantic cache that several processes share, on Redis 8.
 *
 * <p>Each entry is a key of its own, {@code sw:{<partition>}:e:<id>}, that expires by itself; the
 * vectors of a partition are a vector set, {@code sw:{<partition>}:v}; the partitions of a step are
 * a sorted set, {@code sw:step:<step>}; who asks the model for an answer has a lease, {@code
 * sw:{<partition>}:l:<id>}. The server only keeps and finds: whether an answer may be served is
 * decided by who asks, on the vector as it was stored.
 */
@NullMarked
package io.stepwright.redis;

import org.jspecify.annotations.NullMarked;
