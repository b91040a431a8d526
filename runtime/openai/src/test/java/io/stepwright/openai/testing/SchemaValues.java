package io.stepwright.openai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a value that fits a strict JSON Schema: every property, in order; the first constant of an
 * enum; the first alternative that is not null; lists of one item; strings named after their
 * property.
 */
public final class SchemaValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;

  private SchemaValues(JsonNode root) {
    this.root = root;
  }

  /** Returns the value, which is always the same for the same schema. */
  public static JsonNode of(JsonNode schema) {
    return new SchemaValues(schema).value(schema, "value");
  }

  private JsonNode value(JsonNode schema, String name) {
    if (schema.has("const")) {
      return schema.get("const");
    } else if (schema.has("enum")) {
      return schema.get("enum").get(0);
    } else if (schema.has("$ref")) {
      return value(root.at(schema.get("$ref").asText().substring(1)), name);
    } else if (schema.has("anyOf")) {
      return alternative(schema.get("anyOf"), name);
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema, name);
      case "integer" -> NODES.numberNode(schema.path("minimum").asInt(7));
      case "number" -> NODES.numberNode(schema.path("minimum").asDouble(0.5));
      case "boolean" -> NODES.booleanNode(true);
      case "null" -> NODES.nullNode();
      default -> NODES.textNode("some " + name);
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode each : type) {
      if (!each.asText().equals("null")) {
        return each.asText();
      }
    }
    return type.asText();
  }

  private JsonNode alternative(JsonNode alternatives, String name) {
    for (JsonNode each : alternatives) {
      if (!each.path("type").asText().equals("null")) {
        return value(each, name);
      }
    }
    return NODES.nullNode();
  }

  private JsonNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                object.set(property.getKey(), value(property.getValue(), property.getKey())));
    return object;
  }

  private JsonNode array(JsonNode schema, String name) {
    ArrayNode array = NODES.arrayNode();
    return array.add(value(schema.path("items"), name));
  }
}
