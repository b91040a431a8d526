package io.stepwright.openai.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schemas without the keywords for bounds, patterns and formats, which some servers refuse. The
 * answer is checked against them when it is read. Thread-safe.
 */
final class BasicSchemas {

  private static final Set<String> DROPPED =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties");

  /** Keywords whose objects have names that users choose, each with a schema. */
  private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions");

  /** Keywords whose values are data and not schemas. */
  private static final Set<String> DATA = Set.of("enum", "const", "default", "examples");

  private static final JsonFactory JSON = new JsonFactory();

  /** More than the steps of most programs; bounded for programs that generate schemas. */
  private static final int MOST = 1_000;

  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private BasicSchemas() {}

  /** Returns a copy of a schema, which is a JSON object. */
  static String of(String schema) {
    String known = KNOWN.get(schema);
    if (known == null) {
      known = copy(schema);
      if (KNOWN.size() < MOST) {
        KNOWN.put(schema, known);
      }
    }
    return known;
  }

  private static String copy(String schema) {
    StringWriter copy = new StringWriter(schema.length());
    try (JsonParser parser = JSON.createParser(schema);
        JsonGenerator generator = JSON.createGenerator(copy)) {
      parser.nextToken();
      schema(parser, generator);
    } catch (IOException e) {
      throw new IllegalArgumentException("a schema is not JSON", e);
    }
    return copy.toString();
  }

  /** Copies a schema, or a list of schemas and other values. */
  private static void schema(JsonParser parser, JsonGenerator generator) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      generator.writeStartArray();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        schema(parser, generator);
      }
      generator.writeEndArray();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      generator.writeStartObject();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        keyword(name, parser, generator);
      }
      generator.writeEndObject();
    } else {
      generator.copyCurrentEvent(parser);
    }
  }

  private static void keyword(String name, JsonParser parser, JsonGenerator generator)
      throws IOException {
    if (DROPPED.contains(name)) {
      parser.skipChildren();
      return;
    }
    generator.writeFieldName(name);
    if (DATA.contains(name)) {
      generator.copyCurrentStructure(parser);
    } else if (NAMED.contains(name) && parser.currentToken() == JsonToken.START_OBJECT) {
      generator.writeStartObject();
      for (String each = parser.nextFieldName(); each != null; each = parser.nextFieldName()) {
        parser.nextToken();
        generator.writeFieldName(each);
        schema(parser, generator);
      }
      generator.writeEndObject();
    } else {
      schema(parser, generator);
    }
  }
}
