package io.stepwright.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that {@link ConversationWriter} writes, within limits. Not thread-safe. */
final class ConversationReader {

  private static final int MOST_LEVELS = 8;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(ConversationWriter.MOST_CHARACTERS)
                  .maxStringLength(ConversationWriter.MOST_CHARACTERS)
                  .maxNestingDepth(MOST_LEVELS)
                  .maxNumberLength(9)
                  .maxNameLength(64)
                  .build())
          .build();

  private final JsonParser parser;

  private ConversationReader(JsonParser parser) {
    this.parser = parser;
  }

  static List<Turn> read(String json) {
    if (json.length() > ConversationWriter.MOST_CHARACTERS) {
      throw new ConversationFormatException(
          String.format(
              Locale.ROOT,
              "The JSON of the conversation has more than %d characters.",
              ConversationWriter.MOST_CHARACTERS));
    }
    try (JsonParser parser = FACTORY.createParser(json)) {
      return new ConversationReader(parser).conversation();
    } catch (JsonProcessingException e) {
      // The parser's own message may quote the text, which may be personal.
      @Nullable JsonLocation place = e.getLocation();
      throw wrong("it is not JSON, or beyond a limit", place);
    } catch (IOException e) {
      throw wrong("it is not JSON", null);
    }
  }

  private List<Turn> conversation() throws IOException {
    require(parser.nextToken() == JsonToken.START_OBJECT, "a conversation is an object");
    boolean versioned = false;
    @Nullable List<Turn> turns = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      switch (name) {
        case "version" -> {
          require(
              parser.nextToken() == JsonToken.VALUE_NUMBER_INT
                  && parser.getIntValue() == ConversationWriter.VERSION,
              "'version' has to be 1; a later release may have written it");
          versioned = true;
        }
        case "turns" -> turns = turns();
        default -> throw wrong("it has an unknown member");
      }
    }
    require(versioned, "it has no 'version'");
    if (turns == null) {
      throw wrong("it has no 'turns'");
    }
    require(parser.nextToken() == null, "it goes on after its end");
    return turns;
  }

  private List<Turn> turns() throws IOException {
    require(parser.nextToken() == JsonToken.START_ARRAY, "'turns' has to be an array");
    List<Turn> turns = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(turns.size() < ConversationWriter.MOST_TURNS, "it has too many turns");
      turns.add(turn());
    }
    return turns;
  }

  private Turn turn() throws IOException {
    require(parser.currentToken() == JsonToken.START_OBJECT, "a turn has to be an object");
    @Nullable String role = null;
    @Nullable String text = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      switch (name) {
        case "role" -> role = string("'role' has to be a string");
        case "text" -> text = string("'text' has to be a string");
        default -> throw wrong("a turn has an unknown member");
      }
    }
    if (role == null || text == null) {
      throw wrong("a turn needs a 'role' and a 'text'");
    }
    return switch (role) {
      case "user" -> new Turn.User(text);
      case "model" -> new Turn.Model(text);
      default -> throw wrong("'role' has to be 'user' or 'model'");
    };
  }

  private String string(String rule) throws IOException {
    require(parser.nextToken() == JsonToken.VALUE_STRING, rule);
    return parser.getText();
  }

  private void require(boolean fulfilled, String rule) {
    if (!fulfilled) {
      throw wrong(rule);
    }
  }

  private ConversationFormatException wrong(String problem) {
    return wrong(problem, parser.currentLocation());
  }

  private static ConversationFormatException wrong(String problem, @Nullable JsonLocation place) {
    String where =
        place == null
            ? ""
            : String.format(
                Locale.ROOT, " (line %d, column %d)", place.getLineNr(), place.getColumnNr());
    return new ConversationFormatException(
        "The JSON of a conversation cannot be read: "
            + problem
            + where
            + ". Give the text that Conversation.toJson() wrote.");
  }
}
