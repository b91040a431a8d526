package io.stepwright.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What happened in a run, up to its result. Holds no prompt, no answer and no key. Immutable.
 *
 * @param agent the agent's name
 * @param entryPoint the entry point's name
 * @param wallTime how long the run took
 * @param criticalPath the names of the steps on the longest chain, in order: faster steps beside
 *     them would not make the run faster
 * @param criticalPathTime how long that chain took
 * @param stepTime the times of all steps added up: how long the run would take one step after
 *     another
 * @param steps the steps, in the order in which the run knew of them; of a fan-out, its items in
 *     their order
 */
public record RunReport(
    String agent,
    String entryPoint,
    Duration wallTime,
    List<String> criticalPath,
    Duration criticalPathTime,
    Duration stepTime,
    List<StepReport> steps) {

  private static final int USUAL_WIDTH = 100;

  /** Copies the lists. */
  public RunReport {
    criticalPath = List.copyOf(criticalPath);
    steps = List.copyOf(steps);
  }

  /** The tokens of all requests, as far as servers counted them. */
  public long inputTokens() {
    return steps.stream().mapToLong(StepReport::inputTokens).sum();
  }

  /** The tokens of all answers, as far as servers counted them. */
  public long outputTokens() {
    return steps.stream().mapToLong(StepReport::outputTokens).sum();
  }

  /** The tokens of requests that were saved by remembered answers, as far as servers counted. */
  public long inputTokensSaved() {
    return steps.stream()
        .map(StepReport::cache)
        .filter(Objects::nonNull)
        .mapToLong(CacheReport::inputTokensSaved)
        .sum();
  }

  /** The tokens of answers that were saved by remembered answers, as far as servers counted. */
  public long outputTokensSaved() {
    return steps.stream()
        .map(StepReport::cache)
        .filter(Objects::nonNull)
        .mapToLong(CacheReport::outputTokensSaved)
        .sum();
  }

  /** The run as a waterfall, for a terminal of 100 columns. */
  public String toText() {
    return toText(USUAL_WIDTH);
  }

  /** The run as a waterfall, for a terminal of so many columns; at least 40 are used. */
  public String toText(int width) {
    return ReportText.of(this, width);
  }

  /** One line; {@link #toText} tells more. */
  @Override
  public String toString() {
    return "RunReport[" + ReportText.summary(this) + "]";
  }
}
