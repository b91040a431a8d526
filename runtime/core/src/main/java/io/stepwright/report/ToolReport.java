package io.stepwright.report;

import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.spi.ToolContent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tool by the model of a step. Immutable.
 *
 * @param number the number of the call in the step, 1 for the first
 * @param turn the turn of the model that asks for the call, 1 for its first
 * @param tool the tool's name, or {@code (unknown)} if the model named none that exists
 * @param end the manner of the end
 * @param start the start, relative to the start of the run
 * @param duration the duration
 * @param thread the name of the thread that executed the call
 * @param threadId the number of that thread
 * @param approval the wait for an approval, which is part of the duration; null if the call needed
 *     none or did not come so far
 * @param failure the exception of the tool, or null
 * @param content the texts of the arguments and the result, each cut to a few thousand characters;
 *     null unless {@code stepwright.report.content} is set, which is for development only
 */
public record ToolReport(
    int number,
    int turn,
    String tool,
    ToolEnd end,
    Duration start,
    Duration duration,
    String thread,
    long threadId,
    @Nullable ApprovalReport approval,
    @Nullable FailureReport failure,
    @Nullable ToolContent content) {

  /** Returns the end, relative to the start of the run. */
  public Duration ended() {
    return start.plus(duration);
  }
}
