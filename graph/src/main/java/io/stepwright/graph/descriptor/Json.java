package io.stepwright.graph.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads members of an object, and reports missing ones. */
final class Json {

  private Json() {}

  static JsonNode member(JsonNode object, String name) {
    JsonNode member = object.get(name);
    if (member == null || member.isNull()) {
      throw new DescriptorException("\"" + name + "\" is missing");
    }
    return member;
  }

  static String text(JsonNode object, String name) {
    return member(object, name).asText();
  }

  static @Nullable String textOrNull(JsonNode object, String name) {
    JsonNode member = object.get(name);
    return member == null || member.isNull() ? null : member.asText();
  }

  static boolean flag(JsonNode object, String name) {
    return object.path(name).asBoolean(false);
  }

  static List<String> texts(JsonNode object, String name) {
    return list(object, name, JsonNode::asText);
  }

  /** Returns the items of an array; empty if the array is missing. */
  static <T> List<T> list(JsonNode object, String name, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>();
    object.path(name).forEach(node -> items.add(item.apply(node)));
    return items;
  }
}
