package io.stepwright.answer;

import io.stepwright.spi.CacheLookup;

/**
 * A value, and what the cache has done for it.
 *
 * @param <T> the type of the value
 * @param value what was asked for
 * @param lookup how it was looked up
 */
public record Answer<T>(T value, CacheLookup lookup) {}
