package io.stepwright.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.stepwright.spi.ModelRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects and arrays in settings, within limits. No message quotes a value. */
final class SettingJson {

  static final int MOST_CHARACTERS = 32_768;
  static final int MOST_LEVELS = 16;
  private static final int MOST_DIGITS = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_CHARACTERS)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNameLength(MOST_CHARACTERS)
                  .maxNestingDepth(MOST_LEVELS)
                  .maxNumberLength(MOST_DIGITS)
                  .build())
          .build();

  /** Receives the members of an object. */
  interface Members {

    /** Reads a member; the parser is at the beginning of its value, and then at its end. */
    void read(String name, JsonParser value) throws IOException;
  }

  /** Receives an element, or all that an object or an array contains. */
  interface Content {

    /** Reads on; the parser is at the beginning, and then at the end. */
    void read(JsonParser parser) throws IOException;
  }

  private SettingJson() {}

  /**
   * Reads the members of an object, in their order.
   *
   * @param example a right value, for the message
   * @throws IllegalArgumentException if the text is not a JSON object, or beyond a limit
   */
  static void read(String key, String text, String example, Members members) {
    parse(
        key,
        text,
        JsonToken.START_OBJECT,
        example,
        parser -> {
          for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.read(name, parser);
          }
        });
  }

  /**
   * Reads the elements of an array, in their order.
   *
   * @param example a right value, for the message
   * @throws IllegalArgumentException if the text is not a JSON array, or beyond a limit
   */
  static void readArray(String key, String text, String example, Content elements) {
    parse(
        key,
        text,
        JsonToken.START_ARRAY,
        example,
        parser -> {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.read(parser);
          }
        });
  }

  private static void parse(
      String key, String text, JsonToken start, String example, Content content) {
    String kind = start == JsonToken.START_ARRAY ? "JSON array" : "JSON object";
    if (text.length() > MOST_CHARACTERS) {
      throw wrong(
          key, String.format(Locale.ROOT, "has more than %d characters", MOST_CHARACTERS), example);
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() != start) {
        throw wrong(key, "is not a " + kind, example);
      }
      content.read(parser);
      if (parser.nextToken() != null) {
        throw wrong(key, "goes on after its " + kind, example);
      }
    } catch (JsonProcessingException e) {
      // The parser's own message may quote a secret.
      throw wrong(key, "is not a " + kind + ", or beyond a limit" + place(e), example);
    } catch (IOException e) {
      throw wrong(key, "is not a " + kind, example);
    }
  }

  /** Returns the object without white space; texts in it are well-formed. */
  static String compact(String key, String text, String example, Members members) {
    StringWriter compact = new StringWriter(text.length());
    try (JsonGenerator generator = FACTORY.createGenerator(compact)) {
      generator.writeStartObject();
      read(
          key,
          text,
          example,
          (name, value) -> {
            members.read(name, value);
            generator.writeFieldName(ModelRequest.wellFormed(name));
            copy(value, generator);
          });
      generator.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("A text is written to memory.", e);
    }
    return compact.toString();
  }

  private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      switch (token) {
        case FIELD_NAME -> generator.writeFieldName(ModelRequest.wellFormed(parser.currentName()));
        case VALUE_STRING -> generator.writeString(ModelRequest.wellFormed(parser.getText()));
        // As it is written: a conversion might round it.
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
        default -> generator.copyCurrentEvent(parser);
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  static IllegalArgumentException wrong(String key, String problem, @Nullable String example) {
    return new IllegalArgumentException(
        "%s %s.%s"
            .formatted(
                Excerpt.of(key), problem, example == null ? "" : " Write one such as " + example));
  }

  private static String place(JsonProcessingException failure) {
    // Some exceeded limits are reported without a location.
    @Nullable JsonLocation location = failure.getLocation();
    return location == null
        ? ""
        : String.format(
            Locale.ROOT, " (line %d, column %d)", location.getLineNr(), location.getColumnNr());
  }
}
