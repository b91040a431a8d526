package io.stepwright.descriptor.json;

import java.math.BigDecimal;
import java.util.List;

/** A value of a JSON file and where it stands. */
public sealed interface JsonNode {

  /** The offset of its first character. */
  int start();

  /** The offset after its last character. */
  int end();

  /** An object; a name may stand in it twice. */
  record JsonObject(List<Member> members, int start, int end) implements JsonNode {}

  /**
   * A property of an object.
   *
   * @param start the offset of the quote before its name
   */
  record Member(String name, int start, JsonNode value) {}

  /** An array. */
  record JsonArray(List<JsonNode> items, int start, int end) implements JsonNode {}

  /**
   * A string.
   *
   * @param value what it says
   * @param offsets for each character of the value where it stands in the file, and where the value
   *     ends
   */
  record JsonText(String value, List<Integer> offsets, int start, int end) implements JsonNode {}

  /** A number. */
  record JsonNumber(BigDecimal value, int start, int end) implements JsonNode {}

  /** True or false. */
  record JsonBoolean(boolean value, int start, int end) implements JsonNode {}

  /** Null. */
  record JsonNull(int start, int end) implements JsonNode {}

  /** What kind of value it is, for messages. */
  default String kind() {
    if (this instanceof JsonObject) {
      return "an object";
    }
    if (this instanceof JsonArray) {
      return "an array";
    }
    if (this instanceof JsonText) {
      return "a string";
    }
    if (this instanceof JsonNumber number) {
      return "the number " + number.value();
    }
    return this instanceof JsonBoolean flag ? String.valueOf(flag.value()) : "null";
  }
}
