package io.stepwright.openai.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks texts that become a part of a body as they are. The texts that passed are remembered,
 * because a step sends the same schema each time. Thread-safe.
 */
final class SchemaTexts {

  private static final JsonFactory JSON = new JsonFactory();

  /** More than the steps of most programs; bounded for programs that generate schemas. */
  private static final int MOST = 1_000;

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private SchemaTexts() {}

  /**
   * Requires that a text is one JSON object.
   *
   * @param name the name of the schema, for the message
   * @throws IllegalArgumentException if it is not
   */
  static void requireObject(String name, String json) {
    if (KNOWN.contains(json)) {
      return;
    }
    try (JsonParser parser = JSON.createParser(json)) {
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      parser.skipChildren();
      if (!isObject || parser.nextToken() != null) {
        throw new IllegalArgumentException("schema " + name + " is not a JSON object");
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("schema " + name + " is not JSON", e);
    }
    if (KNOWN.size() < MOST) {
      KNOWN.add(json);
    }
  }
}
