package io.stepwright.runtime;

import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an agent's run. The message names the agent and the step and says what to do; it
 * holds no prompt, no answer and no key.
 *
 * <p>The first failure of a run is thrown on the caller's thread; later failures are its
 * {@linkplain #getSuppressed suppressed} exceptions.
 */
public abstract class AgentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String agent;
  private final @Nullable String step;
  private transient volatile @Nullable Supplier<RunReport> report;

  AgentException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.agent = agent;
    this.step = step;
  }

  /** Returns the agent's name, or null if the runtime itself is at fault. */
  public @Nullable String agent() {
    return agent;
  }

  /** Returns the step's name, or null if the run as a whole failed. */
  public @Nullable String step() {
    return step;
  }

  /**
   * Returns the report of the run up to its failure. Null until the run has drained, and null if
   * the run was not recorded. Runs are recorded if their entry point returns an {@link
   * AgentResult}, or if the runtime has a {@link RunReportListener}. If nested runs failed with
   * this same exception, the report is that of the outermost one.
   */
  public @Nullable RunReport report() {
    Supplier<RunReport> maker = report;
    if (maker == null) {
      return null;
    }
    RunReport made = maker.get();
    // Keeps the report and releases the run.
    report = () -> made;
    return made;
  }

  /**
   * Sets the source of {@link #report}. Called by the runtime once the run has drained.
   *
   * @param report makes the report on first access
   */
  public final void reportedBy(Supplier<RunReport> report) {
    this.report = report;
  }

  final String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /**
   * Returns a copy of this failure with the stack of the calling thread, for a failure that
   * happened on another thread. The copy has no report and no suppressed exceptions.
   *
   * @param cause the cause of the copy, or null
   */
  public abstract AgentException again(@Nullable Throwable cause);
}
