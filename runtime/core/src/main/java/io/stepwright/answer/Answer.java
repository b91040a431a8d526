package io.stepwright.answer;

import io.stepwright.spi.CacheLookup;

/**
 * A value with the result of its cache look-up.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param lookup the result of the look-up
 */
public record Answer<T>(T value, CacheLookup lookup) {}
