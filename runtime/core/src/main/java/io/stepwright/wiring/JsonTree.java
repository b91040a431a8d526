package io.stepwright.wiring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses JSON into maps, lists, strings, decimals, booleans and nulls, within limits. */
final class JsonTree {

  /** Represents a number that is out of bounds. It is reported only if that number is read. */
  enum Oversized {
    NUMBER
  }

  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;
  private static final int MOST_LEVELS = 64;
  // More than a model writes. Parsed, an empty object takes 20 times the memory of its text.
  private static final int MOST_TOKENS = 400_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_CHARACTERS)
                  .maxStringLength(MOST_CHARACTERS)
                  .maxNestingDepth(MOST_LEVELS)
                  // The lexer takes linear time, and the length of numbers is checked before their
                  // conversion.
                  .maxNumberLength(MOST_CHARACTERS)
                  .maxTokenCount(MOST_TOKENS)
                  .build())
          .build();

  private JsonTree() {}

  static @Nullable Object parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new JsonMismatchException(
          String.format(Locale.ROOT, "The answer has more than %d characters.", MOST_CHARACTERS));
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new JsonMismatchException("The answer is empty.");
      }
      Object value = read(parser, first);
      if (parser.nextToken() != null) {
        throw new JsonMismatchException("The answer goes on after its JSON value.");
      }
      return value;
    } catch (JsonProcessingException e) {
      // The parser's own message may quote the answer, which may be personal.
      throw new JsonMismatchException("The answer is not JSON, or beyond a limit" + place(e) + ".");
    } catch (IOException e) {
      throw new JsonMismatchException("The answer is not JSON.");
    }
  }

  private static String place(JsonProcessingException failure) {
    // Some exceeded limits are reported without a location.
    @Nullable JsonLocation location = failure.getLocation();
    return location == null
        ? ""
        : ": wrong at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static @Nullable Object read(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonMismatchException("The answer is not JSON.");
    };
  }

  private static Object number(JsonParser parser) throws IOException {
    if (parser.getTextLength() > Decimals.MOST_CHARACTERS) {
      return Oversized.NUMBER; // Without a copy of its text.
    }
    String text = parser.getText();
    return Decimals.isWithinBounds(text) ? new BigDecimal(text) : Oversized.NUMBER;
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      object.put(name, read(parser, parser.nextToken()));
    }
    return object;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      array.add(read(parser, next));
    }
    return array;
  }
}
