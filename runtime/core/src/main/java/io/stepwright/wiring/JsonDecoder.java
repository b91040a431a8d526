package io.stepwright.wiring;

/**
 * Makes a typed value of JSON.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface JsonDecoder<T> {

  /**
   * Decodes a value.
   *
   * @throws JsonMismatchException if the JSON is not of the expected shape
   */
  T decode(JsonValue json);
}
