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
 * What happened in a run, up to its result or its failure. Holds no prompt, no answer and no key
 * (but for {@link #holdsContent} in development); what may be personal in it is named, and no
 * rendering has that unless asked to. Immutable.
 *
 * @param id the number of the run in this process
 * @param agent the agent's name
 * @param entryPoint the entry point's name, or that of a step which was called directly
 * @param started when it began, by the clock of the machine
 * @param failure what it failed with, or null
 * @param wallTime how long the run took
 * @param criticalPath the names of the steps on the longest chain, in order: faster steps beside
 *     them would not make the run faster
 * @param criticalPathTime how long that chain took
 * @param stepTime the times of all steps added up: how long the run would take one step after
 *     another
 * @param currency the currency of its costs
 * @param graph the steps of the entry point with what each waits for, in an order in which each
 *     comes after those
 * @param steps what became of the steps, in the order in which the run knew of them; of a fan-out,
 *     its items in their order
 * @param nested the sums of the runs that were started inside of it, which no other figure of the
 *     report has: they have reports of their own
 * @param nestedCost what the requests of those runs cost
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
   * A step of the graph.
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

  /** The report of a run in which no other was started, of an agent without a package. */
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

  /** The names of the critical path, each with the alternative that was chosen if it has some. */
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
   * Whether it holds what was sent to models and answered, as it does with {@code
   * stepwright.report.content}.
   */
  public boolean holdsContent() {
    return steps.stream()
        .flatMap(step -> step.attempts().stream())
        .anyMatch(attempt -> attempt.content() != null);
  }

  /** The requests to models. */
  public long modelCalls() {
    return steps.stream().mapToLong(StepReport::modelCalls).sum();
  }

  /** The steps whose answers were remembered. */
  public long cacheHits() {
    return steps.stream().filter(step -> step.state() == StepState.CACHED).count();
  }

  /** The tokens of all requests, as far as servers counted them. */
  public long inputTokens() {
    return TokenSums.sum(steps.stream().mapToLong(StepReport::inputTokens));
  }

  /** The tokens of all answers, as far as servers counted them. */
  public long outputTokens() {
    return TokenSums.sum(steps.stream().mapToLong(StepReport::outputTokens));
  }

  /** The tokens of requests that were saved by remembered answers, as far as servers counted. */
  public long inputTokensSaved() {
    return TokenSums.sum(lookups().mapToLong(CacheReport::inputTokensSaved));
  }

  /** The tokens of answers that were saved by remembered answers, as far as servers counted. */
  public long outputTokensSaved() {
    return TokenSums.sum(lookups().mapToLong(CacheReport::outputTokensSaved));
  }

  /** What all requests cost. */
  public Cost cost() {
    return steps.stream().map(StepReport::cost).reduce(Cost.NONE, Cost::plus);
  }

  /** What was saved by remembered answers. */
  public Cost costSaved() {
    return lookups().map(CacheReport::costSaved).reduce(Cost.NONE, Cost::plus);
  }

  private Stream<CacheReport> lookups() {
    return steps.stream().map(StepReport::cache).filter(Objects::nonNull);
  }

  /** The run as a waterfall, for a terminal of 100 columns, without colours. */
  public String toText() {
    return toText(USUAL_WIDTH);
  }

  /** The run as a waterfall, for a terminal of so many columns; at least 40 are used. */
  public String toText(int width) {
    return toText(width, false);
  }

  /**
   * The run as a waterfall.
   *
   * @param width the columns of the terminal; at least 40 are used
   * @param colour whether states have colours, by the escape sequences of ANSI terminals; {@link
   *     Terminal} tells whether standard output is one
   */
  public String toText(int width, boolean colour) {
    return ReportText.of(this, width, colour);
  }

  /** One line; {@link #toText} tells more. */
  @Override
  public String toString() {
    return "RunReport[" + ReportText.summary(this) + "]";
  }
}
