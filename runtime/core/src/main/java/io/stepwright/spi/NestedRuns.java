package io.stepwright.spi;

/**
 * The sums over all runs that were started inside of a run, at any depth. Immutable.
 *
 * @param runs the number of runs
 * @param steps the number of steps that started
 * @param modelCalls the number of requests to models
 * @param repeatedCalls the number of requests that were not the first of their step
 * @param cacheHits the number of steps that were answered from the cache
 * @param inputTokens the tokens of the requests, as far as servers counted them
 * @param outputTokens the tokens of the answers, as far as servers counted them
 */
public record NestedRuns(
    long runs,
    long steps,
    long modelCalls,
    long repeatedCalls,
    long cacheHits,
    long inputTokens,
    long outputTokens) {

  /** The sums of a run in which no other run was started. */
  public static final NestedRuns NONE = new NestedRuns(0, 0, 0, 0, 0, 0, 0);
}
