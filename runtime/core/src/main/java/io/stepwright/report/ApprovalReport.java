package io.stepwright.report;

import io.stepwright.spi.ToolApproval;
import java.time.Duration;

/**
 * The wait of a call of a tool for an approval. Immutable.
 *
 * @param end the manner of its end
 * @param start the start, relative to the start of the run
 * @param duration the duration
 */
public record ApprovalReport(ToolApproval.End end, Duration start, Duration duration) {}
