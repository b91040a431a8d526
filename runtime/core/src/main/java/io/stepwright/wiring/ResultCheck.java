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
   * @return what is wrong with it, as the model is told; empty if it is accepted
   */
  Optional<String> check(T result) throws Exception;

  /**
   * A check with the name of its method.
   *
   * @param <T> the type of the result
   * @param name the name
   * @param check what judges
   */
  record Named<T>(String name, ResultCheck<? super T> check) {}
}
