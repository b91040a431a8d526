package io.stepwright.descriptor.json;

import java.math.BigDecimal;
import java.util.List;

/** A value of a JSON file with its position. Offsets count characters of the file. */
public sealed interface JsonNode {

  /** Returns the offset of its first character. */
  int start();

  /** Returns the offset after its last character. */
  int end();

  /** An object, whose names may repeat. */
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
   * @param value the string without escapes
   * @param offsets for each character of the value its offset in the file, then the offset of the
   *     closing quote
   */
  record JsonText(String value, List<Integer> offsets, int start, int end) implements JsonNode {}

  /** A number. */
  record JsonNumber(BigDecimal value, int start, int end) implements JsonNode {}

  /** True or false. */
  record JsonBoolean(boolean value, int start, int end) implements JsonNode {}

  /** Null. */
  record JsonNull(int start, int end) implements JsonNode {}

  /** Returns the kind of the value, for messages. */
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
