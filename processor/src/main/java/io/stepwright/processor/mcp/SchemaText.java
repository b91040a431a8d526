package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Describes the values that a schema allows in a few words, for messages. */
final class SchemaText {

  private static final int DEEPEST = 3;
  private static final int MOST_CHOICES = 6;

  private final JsonObject whole;

  private SchemaText(JsonObject whole) {
    this.whole = whole;
  }

  /** Returns a description, such as {@code an integer}. */
  static String of(JsonNode schema, JsonObject whole) {
    return new SchemaText(whole).describe(schema, 0);
  }

  private String describe(JsonNode given, int depth) {
    JsonNode schema = Schemas.resolved(given, whole);
    if (schema instanceof JsonBoolean flag && !flag.value()) {
      return "nothing";
    }
    if (!(schema instanceof JsonObject object) || depth > DEEPEST) {
      return "anything";
    }
    List<JsonNode> values = Schemas.values(object);
    if (values != null) {
      List<String> strings = Schemas.strings(values);
      return strings.isEmpty() ? "some values" : "one of " + Shown.texts(strings);
    }
    List<JsonNode> choices = new ArrayList<>(Schemas.schemas(object, "anyOf"));
    choices.addAll(Schemas.schemas(object, "oneOf"));
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode choice : choices.subList(0, Math.min(MOST_CHOICES, choices.size()))) {
      texts.add(describe(choice, depth + 1));
    }
    for (String type : choices.isEmpty() ? Schemas.types(object) : Set.<String>of()) {
      texts.add(type(type, object, depth));
    }
    return texts.isEmpty() ? "anything" : String.join(" or ", texts);
  }

  private String type(String type, JsonObject schema, int depth) {
    return switch (type) {
      case "string" ->
          LockReader.member(schema, "format") instanceof JsonText format
              ? "a string of the format " + Shown.text(format.value())
              : "a string";
      case "integer" -> "an integer";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "null" -> "null";
      case "array" -> {
        JsonNode items = LockReader.member(schema, "items");
        yield items == null ? "an array" : "an array (" + describe(items, depth + 1) + ")";
      }
      case "object" -> object(schema);
      default -> Shown.text(type);
    };
  }

  private static String object(JsonObject schema) {
    return LockReader.member(schema, "properties") instanceof JsonObject properties
            && !properties.members().isEmpty()
        ? "an object with " + Shown.texts(properties.members().stream().map(Member::name).toList())
        : "an object";
  }
}
