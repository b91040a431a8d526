package io.stepwright.wiring;

/**
 * Converts JSON to a typed value.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface JsonDecoder<T> {

  /**
   * Decodes a value.
   *
   * @throws JsonMismatchException if the JSON does not have the expected shape
   */
  T decode(JsonValue json);
}
