package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads keywords of JSON Schema. Keywords of an unexpected form count as missing. */
final class Schemas {

  private static final int MOST_REFERENCES = 32;

  private Schemas() {}

  /** Returns the types that a schema allows; empty if it names none. */
  static Set<String> types(JsonObject schema) {
    JsonNode type = LockReader.member(schema, "type");
    if (type instanceof JsonText one) {
      return Set.of(one.value());
    }
    Set<String> types = new LinkedHashSet<>();
    if (type instanceof JsonArray several) {
      for (JsonNode each : several.items()) {
        if (each instanceof JsonText text) {
          types.add(text.value());
        }
      }
    }
    return types;
  }

  /** Returns the values that a schema allows, or null if it does not list them. */
  static @Nullable List<JsonNode> values(JsonObject schema) {
    if (LockReader.member(schema, "enum") instanceof JsonArray values) {
      return values.items();
    }
    JsonNode only = LockReader.member(schema, "const");
    return only == null ? null : List.of(only);
  }

  /** Returns the strings among some values. */
  static List<String> strings(List<JsonNode> values) {
    List<String> strings = new ArrayList<>();
    for (JsonNode each : values) {
      if (each instanceof JsonText text) {
        strings.add(text.value());
      }
    }
    return strings;
  }

  /** Returns the schemas in a keyword; empty if it is missing. */
  static List<JsonNode> schemas(JsonObject schema, String keyword) {
    return LockReader.member(schema, keyword) instanceof JsonArray array
        ? array.items()
        : List.of();
  }

  /** Follows the references of a schema within the whole schema that it belongs to. */
  static JsonNode resolved(JsonNode schema, JsonObject whole) {
    JsonNode at = schema;
    for (int i = 0; i < MOST_REFERENCES; i++) {
      if (!(at instanceof JsonObject object)
          || !(LockReader.member(object, "$ref") instanceof JsonText reference)) {
        return at;
      }
      JsonNode target = target(reference.value(), whole);
      if (target == null) {
        return at;
      }
      at = target;
    }
    return at;
  }

  private static @Nullable JsonNode target(String reference, JsonObject whole) {
    if (!reference.startsWith("#/")) {
      return reference.equals("#") ? whole : null;
    }
    JsonNode at = whole;
    for (String part : reference.substring(2).split("/", -1)) {
      String name = part.replace("~1", "/").replace("~0", "~");
      at = at instanceof JsonObject object ? LockReader.member(object, name) : null;
    }
    return at;
  }
}
