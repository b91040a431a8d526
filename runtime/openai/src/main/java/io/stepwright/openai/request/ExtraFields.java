package io.stepwright.openai.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields that the configuration adds to a request, merged as RFC 7396 says: objects by their
 * fields, all else by replacement, and null removes. Immutable.
 */
final class ExtraFields {

  /** Fields that cannot be replaced or removed. */
  private static final Set<String> FIXED =
      Set.of("model", "messages", "stream", "tools", "tool_choice", "response_format");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  /** More than the aliases of most programs. */
  private static final int MOST = 1_000;

  private record Key(@Nullable String provider, @Nullable String alias) {}

  private static final Map<Key, ExtraFields> KNOWN = new ConcurrentHashMap<>();

  /** Values by name: a map, a text in JSON, or null for a field to be removed. */
  private final Map<String, @Nullable Object> fields;

  private ExtraFields(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /**
   * Returns the merged fields of two JSON objects, of which the second counts more.
   *
   * @throws IllegalArgumentException if one is not a JSON object
   */
  static ExtraFields of(@Nullable String provider, @Nullable String alias) {
    Key key = new Key(provider, alias);
    ExtraFields known = KNOWN.get(key);
    if (known == null) {
      Map<String, @Nullable Object> merged = new LinkedHashMap<>();
      merge(merged, parse(provider));
      merge(merged, parse(alias));
      merged.keySet().removeAll(FIXED);
      known = new ExtraFields(merged);
      if (KNOWN.size() < MOST) {
        KNOWN.put(key, known);
      }
    }
    return known;
  }

  /** Tells whether a field of the request is replaced or removed. */
  boolean replaces(String name) {
    return fields.containsKey(name);
  }

  /** Writes the fields into an object that has begun. */
  void write(JsonOut out) {
    write(out, fields);
  }

  private static void write(JsonOut out, Map<String, @Nullable Object> fields) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> object) {
            out.name(name).beginObject();
            write(out, fields(object));
            out.endObject();
          } else if (value != null) {
            out.name(name).raw((String) value);
          }
        });
  }

  /** Merges objects; a removal is kept, because it may remove a field that is not known here. */
  private static void merge(
      Map<String, @Nullable Object> into, Map<String, @Nullable Object> from) {
    from.forEach(
        (name, value) -> {
          Object old = into.get(name);
          if (value instanceof Map<?, ?> object && old instanceof Map<?, ?> oldObject) {
            Map<String, @Nullable Object> both = new LinkedHashMap<>(fields(oldObject));
            merge(both, fields(object));
            into.put(name, both);
          } else {
            into.put(name, value);
          }
        });
  }

  @SuppressWarnings("unchecked") // All maps are made here.
  private static Map<String, @Nullable Object> fields(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }

  private static Map<String, @Nullable Object> parse(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return object(parser, json);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the fields of the request are not JSON", e);
    }
    throw new IllegalArgumentException("the fields of the request are not a JSON object");
  }

  private static Map<String, @Nullable Object> object(JsonParser parser, String json)
      throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      object.put(
          name,
          switch (token) {
            case START_OBJECT -> object(parser, json);
            case VALUE_NULL -> null;
            default -> text(parser, json);
          });
    }
    return object;
  }

  /** Returns a value as it is written. */
  private static String text(JsonParser parser, String json) throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return json.substring(start, (int) parser.currentLocation().getCharOffset()).strip();
  }
}
