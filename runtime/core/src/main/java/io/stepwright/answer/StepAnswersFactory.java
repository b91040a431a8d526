package io.stepwright.answer;

/**
 * Makes the cache of a runtime; found by {@link java.util.ServiceLoader} when the first agent with
 * a cached step is made.
 */
public interface StepAnswersFactory {

  /** Makes a cache, which starts no thread yet and owns the store of the settings. */
  StepAnswers create(StepAnswersSettings settings);
}
