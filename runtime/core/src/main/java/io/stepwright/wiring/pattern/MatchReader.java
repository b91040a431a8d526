package io.stepwright.wiring.pattern;

/**
 * Converts a match to a value.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface MatchReader<T> {

  /** Reads the match, which is valid only during the call. */
  T read(Match match);
}
