package io.stepwright.wiring;

import java.util.Optional;

/**
 * Judges the result of a step.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ResultCheck<T> {

  /**
   * Judges a result.
   *
   * @return the complaint for the model; empty if the result is accepted
   */
  Optional<String> check(T result) throws Exception;

  /**
   * A check with the name of its method.
   *
   * @param <T> the type of the result
   * @param name the name of the method
   * @param check the check
   */
  record Named<T>(String name, ResultCheck<? super T> check) {}
}
