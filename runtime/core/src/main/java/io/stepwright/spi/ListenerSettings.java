package io.stepwright.spi;

/**
 * The settings that a listener may need. Immutable.
 *
 * @param buckets true if metrics that have no histogram buckets by default get them
 */
public record ListenerSettings(boolean buckets) {}
