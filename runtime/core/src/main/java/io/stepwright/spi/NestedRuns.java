package io.stepwright.spi;

/**
 * The sums of all runs that were started inside of a run, at any depth. Immutable.
 *
 * @param runs the runs
 * @param steps the steps that have started in them
 * @param modelCalls their requests to models
 * @param repeatedCalls those of the requests that were not the first of their step
 * @param cacheHits their steps whose answers were remembered
 * @param inputTokens the tokens of their requests, as far as servers counted them
 * @param outputTokens the tokens of their answers, as far as servers counted them
 */
public record NestedRuns(
    long runs,
    long steps,
    long modelCalls,
    long repeatedCalls,
    long cacheHits,
    long inputTokens,
    long outputTokens) {

  /** The sums of a run in which no other was started. */
  public static final NestedRuns NONE = new NestedRuns(0, 0, 0, 0, 0, 0, 0);
}
