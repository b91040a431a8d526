package io.stepwright.wiring;

/**
 * Writes a typed value as JSON.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface JsonEncoder<T> {

  /** Writes exactly one JSON value. */
  void encode(JsonWriter json, T value);
}
