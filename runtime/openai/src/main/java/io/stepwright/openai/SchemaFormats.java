package io.stepwright.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.core.JsonValue;
import com.openai.models.ResponseFormatJsonSchema;
import io.stepwright.spi.ModelRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schemas in the SDK's format, cached because a step sends the same schema each time. Thread-safe.
 */
final class SchemaFormats {

  private static final JsonMapper JSON = new JsonMapper();

  /** More than the steps of most programs; bounded for programs that generate schemas. */
  private static final int MOST = 1_000;

  private static final Map<ModelRequest.Schema, ResponseFormatJsonSchema> KNOWN =
      new ConcurrentHashMap<>();

  private SchemaFormats() {}

  /**
   * Returns a schema in the SDK's format.
   *
   * @throws IllegalArgumentException if it is not a JSON object
   */
  static ResponseFormatJsonSchema of(ModelRequest.Schema schema) {
    ResponseFormatJsonSchema known = KNOWN.get(schema);
    if (known == null) {
      known = format(schema);
      if (KNOWN.size() < MOST) {
        KNOWN.put(schema, known);
      }
    }
    return known;
  }

  private static ResponseFormatJsonSchema format(ModelRequest.Schema schema) {
    var parsed = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    // In the order of the text: models write properties in the order in which they read them.
    tree(schema)
        .properties()
        .forEach(
            property ->
                parsed.putAdditionalProperty(
                    property.getKey(), JsonValue.fromJsonNode(property.getValue())));
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name(schema.name())
                .strict(true)
                .schema(parsed.build())
                .build())
        .build();
  }

  private static JsonNode tree(ModelRequest.Schema schema) {
    try {
      JsonNode tree = JSON.readTree(schema.json());
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("schema " + schema.name() + " is not JSON", e);
    }
    throw new IllegalArgumentException("schema " + schema.name() + " is not a JSON object");
  }
}
