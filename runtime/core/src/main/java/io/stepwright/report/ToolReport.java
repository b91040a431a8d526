package io.stepwright.report;

import io.stepwright.spi.RunEvent.ToolEnd;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool by the model of a step. Holds no argument and no result. Immutable.
 *
 * @param number the number of the call in the step, 1 for the first
 * @param turn the turn of the model that asks for the call, 1 for its first
 * @param tool the tool's name, or {@code (unknown)} if the model named none that exists
 * @param end the manner of the end
 * @param start the start, relative to the start of the run
 * @param duration the duration
 * @param failure the exception of the tool, or null
 */
public record ToolReport(
    int number,
    int turn,
    String tool,
    ToolEnd end,
    Duration start,
    Duration duration,
    @Nullable FailureReport failure) {}
