/**
 * The shared semantic cache on Redis 8, and conversations.
 *
 * <p>Each entry is a key of its own, {@code sw:{<partition>}:e:<id>}, that expires by itself; the
 * vectors of a partition are a vector set, {@code sw:{<partition>}:v}; the partitions of a step are
 * a sorted set, {@code sw:step:<step>}; the process that asks the model for an answer holds a
 * lease, {@code sw:{<partition>}:l:<id>}. The server only stores and searches: the caller decides
 * whether an answer may be served, by the vector as it was stored.
 *
 * <p>Each conversation is a key, {@code sw:conversation:<id>}, whose value is replaced as a whole.
 */
@NullMarked
package io.stepwright.redis;

import org.jspecify.annotations.NullMarked;
