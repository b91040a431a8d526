package io.stepwright.spi;

/**
 * The settings that a listener may need. Immutable.
 *
 * @param buckets whether metrics that have none by default get the buckets of histograms
 */
public record ListenerSettings(boolean buckets) {}
