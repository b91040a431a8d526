package io.stepwright.runtime;

import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run of an agent fails with. The message names the agent and the step and says what to do;
 * it holds no prompt, no answer and no key.
 *
 * <p>The first failure of a run wins. It is thrown on the caller's thread; failures that came later
 * are its {@linkplain #getSuppressed suppressed} exceptions.
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

  /** The agent's name, or null if no agent is at fault but the runtime itself. */
  public @Nullable String agent() {
    return agent;
  }

  /** The step's name, or null if it is the run that failed. */
  public @Nullable String step() {
    return step;
  }

  /**
   * What happened in the run up to its failure. Null unless the run was recorded, as those are
   * whose entry point returns an {@link AgentResult}, and all runs of a runtime with a {@link
   * RunReportListener}; and null until the run has drained. Of nested runs that failed with this
   * one exception, the outermost.
   */
  public @Nullable RunReport report() {
    Supplier<RunReport> maker = report;
    if (maker == null) {
      return null;
    }
    RunReport made = maker.get();
    // The run itself is not needed any more.
    report = () -> made;
    return made;
  }

  /**
   * Sets where {@link #report} comes from. Called by the runtime once the run has drained.
   *
   * @param report makes the report when it is looked at
   */
  public final void reportedBy(Supplier<RunReport> report) {
    this.report = report;
  }

  final String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /**
   * The same failure with the stack of the calling thread, for a failure that happened on another
   * one. It has no report and no suppressed exceptions.
   *
   * @param cause its cause, or null
   */
  public abstract AgentException again(@Nullable Throwable cause);
}
