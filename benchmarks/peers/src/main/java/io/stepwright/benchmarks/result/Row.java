package io.stepwright.benchmarks.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of JSON. Texts identify the measurement, numbers are its results. Not thread-safe. */
public final class Row {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> fields;

  private Row(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** Creates a row of a part of the benchmark, measured on the current JDK. */
  public static Row of(String part) {
    return new Row(new LinkedHashMap<>())
        .with("part", part)
        .with("jdk", Integer.toString(Runtime.version().feature()));
  }

  /**
   * Parses a line.
   *
   * @throws IllegalArgumentException if it is not a row
   */
  public static Row parse(String line) {
    try {
      return new Row(JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a row: " + line, e);
    }
  }

  /** Adds a text that identifies the measurement. */
  public Row with(String key, String text) {
    fields.put(key, text);
    return this;
  }

  /** Adds a result. */
  public Row with(String key, double number) {
    fields.put(key, number);
    return this;
  }

  /** Returns a text; empty if there is none. */
  public String text(String key) {
    return fields.get(key) instanceof String text ? text : "";
  }

  /** Returns a number; null if there is none. */
  public @Nullable Double number(String key) {
    return fields.get(key) instanceof Number number ? number.doubleValue() : null;
  }

  /** Returns whether the row reports a failure. */
  public boolean isFailure() {
    return fields.containsKey("failed");
  }

  /** Returns one line of JSON. */
  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
