package io.stepwright.report;

import io.stepwright.figure.TokenSums;
import io.stepwright.spi.NestedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a run, up to its result or its failure. Holds no prompt, no answer and no key,
 * except with {@link #holdsContent} in development. Components that may be personal say so, and no
 * rendering includes them unless asked to. Immutable.
 *
 * @param id the number of the run in this process
 * @param agent the agent's name
 * @param entryPoint the entry point's name, or that of a step that was called directly
 * @param started the start by the system clock
 * @param failure the failure of the run, or null
 * @param wallTime the duration of the run
 * @param criticalPath the names of the steps on the longest chain, in order; making other steps
 *     faster would not make the run faster
 * @param criticalPathTime the duration of that chain
 * @param stepTime the sum of the durations of all steps: the duration of a sequential run
 * @param currency the currency of the costs
 * @param graph the steps of the entry point with their dependencies, in topological order
 * @param steps the steps, in the order in which the run requested them, and the items of a fan-out
 *     in their order
 * @param nested the sums of the runs that were started inside of this one, which no other figure of
 *     the report includes: they have reports of their own
 * @param nestedCost the cost of those runs' requests
 * @param agentType the binary name of the agent's type, by which its descriptor is found
 */
public record RunReport(
    long id,
    String agent,
    String entryPoint,
    Instant started,
    @Nullable FailureReport failure,
    Duration wallTime,
    List<String> criticalPath,
    Duration criticalPathTime,
    Duration stepTime,
    String currency,
    List<Node> graph,
    List<StepReport> steps,
    NestedRuns nested,
    Cost nestedCost,
    String agentType) {

  private static final int USUAL_WIDTH = 100;

  /**
   * A step of the graph. Immutable.
   *
   * @param step the step's name
   * @param model the model that it asks first, or null
   * @param after the names of the steps that it waits for
   */
  public record Node(String step, @Nullable String model, List<String> after) {

    /** Copies the list. */
    public Node {
      after = List.copyOf(after);
    }
  }

  /** Copies the lists. */
  public RunReport {
    criticalPath = List.copyOf(criticalPath);
    graph = List.copyOf(graph);
    steps = List.copyOf(steps);
  }

  /** Makes the report of a run in which no other run was started, of an agent without a package. */
  public RunReport(
      long id,
      String agent,
      String entryPoint,
      Instant started,
      @Nullable FailureReport failure,
      Duration wallTime,
      List<String> criticalPath,
      Duration criticalPathTime,
      Duration stepTime,
      String currency,
      List<Node> graph,
      List<StepReport> steps) {
    this(
        id,
        agent,
        entryPoint,
        started,
        failure,
        wallTime,
        criticalPath,
        criticalPathTime,
        stepTime,
        currency,
        graph,
        steps,
        NestedRuns.NONE,
        Cost.NONE,
        agent);
  }

  /**
   * Returns the names of the critical path, each with the chosen alternative if it has
   * alternatives.
   */
  public List<String> criticalPathTitles() {
    Map<String, String> titles = new HashMap<>();
    for (StepReport step : steps) {
      if (!step.direct()) {
        titles.putIfAbsent(step.name(), step.title());
      }
    }
    return criticalPath.stream().map(name -> titles.getOrDefault(name, name)).toList();
  }

  /**
   * Returns true if the report holds texts of requests and answers, as it does with {@code
   * stepwright.report.content}.
   */
  public boolean holdsContent() {
    return steps.stream()
        .flatMap(step -> step.attempts().stream())
        .anyMatch(attempt -> attempt.content() != null);
  }

  /** Returns the number of model requests. */
  public long modelCalls() {
    return steps.stream().mapToLong(StepReport::modelCalls).sum();
  }

  /** Returns the number of calls of tools by models. */
  public long toolCalls() {
    return steps.stream().mapToLong(step -> step.toolCalls().size()).sum();
  }

  /** Returns the number of steps that were answered from the cache. */
  public long cacheHits() {
    return steps.stream().filter(step -> step.state() == StepState.CACHED).count();
  }

  /** Returns the tokens of all requests, as far as servers counted them. */
  public long inputTokens() {
    return TokenSums.sum(steps.stream().mapToLong(StepReport::inputTokens));
  }

  /** Returns the tokens of all answers, as far as servers counted them. */
  public long outputTokens() {
    return TokenSums.sum(steps.stream().mapToLong(StepReport::outputTokens));
  }

  /** Returns the input tokens that cache hits saved, as far as servers counted them. */
  public long inputTokensSaved() {
    return TokenSums.sum(lookups().mapToLong(CacheReport::inputTokensSaved));
  }

  /** Returns the output tokens that cache hits saved, as far as servers counted them. */
  public long outputTokensSaved() {
    return TokenSums.sum(lookups().mapToLong(CacheReport::outputTokensSaved));
  }

  /** Returns the cost of all requests. */
  public Cost cost() {
    return steps.stream().map(StepReport::cost).reduce(Cost.NONE, Cost::plus);
  }

  /** Returns the cost that cache hits saved. */
  public Cost costSaved() {
    return lookups().map(CacheReport::costSaved).reduce(Cost.NONE, Cost::plus);
  }

  private Stream<CacheReport> lookups() {
    return steps.stream().map(StepReport::cache).filter(Objects::nonNull);
  }

  /** Renders the run as a waterfall, for a terminal of 100 columns, without colours. */
  public String toText() {
    return toText(USUAL_WIDTH);
  }

  /** Renders the run as a waterfall, for a terminal of so many columns; at least 40 are used. */
  public String toText(int width) {
    return toText(width, false);
  }

  /**
   * Renders the run as a waterfall.
   *
   * @param width the columns of the terminal; at least 40 are used
   * @param colour true for ANSI colours; {@link Terminal} tells whether standard output supports
   *     them
   */
  public String toText(int width, boolean colour) {
    return ReportText.of(this, width, colour);
  }

  /** Returns one line; {@link #toText} tells more. */
  @Override
  public String toString() {
    return "RunReport[" + ReportText.summary(this) + "]";
  }
}
