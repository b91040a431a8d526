package io.stepwright.runtime;

import io.stepwright.spi.ModelReply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get an answer of a model. Immutable.
 *
 * @param number 1 for the first
 * @param provider the provider's name
 * @param model the model that answered as the server names it, else the one that was asked
 * @param start when it started, from the start of the run on
 * @param duration how long it took
 * @param inputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
 * @param outputTokens as the server counted, {@link ModelReply#UNKNOWN} if it did not
 * @param failure why it brought no usable answer, or null
 */
public record AttemptReport(
    int number,
    String provider,
    String model,
    Duration start,
    Duration duration,
    long inputTokens,
    long outputTokens,
    @Nullable String failure) {}
