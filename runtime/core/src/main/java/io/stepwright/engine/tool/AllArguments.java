package io.stepwright.engine.tool;

import io.stepwright.wiring.JsonEncoder;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.NullSlotException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arguments of one call: those that the model chose, and those that code has bound. */
final class AllArguments {

  private final JsonValue given;
  private final Set<String> read = new HashSet<>();
  private final Map<String, String> bound = new TreeMap<>();

  AllArguments(JsonValue given) {
    this.given = given;
  }

  /** Notes that the tool has an argument of this name. */
  void read(String name) {
    read.add(name);
  }

  /** Notes a bound argument and returns its value. */
  <T> T bound(String path, String name, @Nullable T value, JsonEncoder<? super T> encoder) {
    if (value == null) {
      throw new NullSlotException(path);
    }
    bound.put(name, JsonWriter.write(path, value, encoder));
    return value;
  }

  /**
   * Checks that the model gave no arguments that the tool does not have. Ignored, they would lead
   * the model to believe that they had an effect.
   *
   * @throws BadArgumentsException if it did
   */
  void checkAllRead() {
    if (!read.containsAll(given.names())) {
      throw new BadArgumentsException("the call has an argument that the tool does not have.");
    }
  }

  /** Returns all arguments as canonical JSON: a bound one stands beside those of the model. */
  String canonical() {
    if (bound.isEmpty()) {
      return given.canonical();
    }
    StringBuilder json = new StringBuilder("{");
    for (String name : given.names()) {
      add(json, name, given(name));
    }
    bound.forEach((name, value) -> add(json, name, value));
    try {
      return JsonValue.parse(json.append('}').toString()).canonical();
    } catch (JsonMismatchException e) {
      throw new IllegalStateException(
          "The bound arguments of a tool are too large or not JSON: " + e.getMessage(), e);
    }
  }

  private String given(String name) {
    return given.optionalField(name, JsonValue::canonical).orElse("null");
  }

  private static void add(StringBuilder json, String name, String value) {
    json.append(json.length() == 1 ? "" : ",")
        .append(JsonWriter.write(name, name, JsonWriter::string))
        .append(':')
        .append(value);
  }
}
