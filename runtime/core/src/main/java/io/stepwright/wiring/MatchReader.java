package io.stepwright.wiring;

/**
 * Makes a value of a match.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface MatchReader<T> {

  /** Reads the match, which is valid only during the call. */
  T read(Match match);
}
