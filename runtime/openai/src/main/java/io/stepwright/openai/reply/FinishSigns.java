package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields, other than a choice's {@code finish_reason}, that tell why a model stopped.
 * Gateways that translate the answers of other APIs leave such fields in the choice, in the
 * message, or beside the choices. Of several fields of one name the last counts.
 */
final class FinishSigns {

  private static final String STATUS = "status";

  /** In order of precedence. */
  private static final List<String> NAMES =
      List.of(
          "finish_reason",
          "incomplete_details",
          "finish_details",
          "native_finish_reason",
          "stop_reason",
          "finishReason",
          "stopReason",
          "done_reason",
          STATUS);

  private final Map<String, FinishWord> words = new HashMap<>();

  /**
   * Reads the value of a field that tells why a model stopped.
   *
   * @return true if the field is one; if not, the parser has not moved
   */
  boolean field(String name, JsonParser parser) throws IOException {
    if (!NAMES.contains(name)) {
      return false;
    }
    FinishWord word = FinishWord.of(word(parser));
    // Most status words tell nothing about the text.
    boolean idle = name.equals(STATUS) && word.meaning() == FinishWord.Meaning.OTHER;
    words.put(name, idle ? FinishWord.NONE : word);
    return true;
  }

  /**
   * Returns a string, or the {@code reason} or {@code type} of an object. Numbers are token counts.
   */
  private static @Nullable String word(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return Scalars.word(parser);
    }
    String reason = null;
    String type = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "reason" -> reason = Scalars.word(parser);
        case "type" -> type = Scalars.word(parser);
        default -> parser.skipChildren();
      }
    }
    return reason == null ? type : reason;
  }

  /** Combines a finish word with the fields that were read. */
  FinishWord beside(FinishWord finish) {
    FinishWord all = finish;
    for (String name : NAMES) {
      all = all.beside(words.getOrDefault(name, FinishWord.NONE));
    }
    return all;
  }
}
