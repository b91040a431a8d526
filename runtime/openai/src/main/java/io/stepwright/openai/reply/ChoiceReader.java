package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the first of several choices. */
final class ChoiceReader {

  private ChoiceReader() {}

  /** Reads the array that the parser stands at; null if it is none, or its first is no object. */
  static @Nullable Choice first(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    Choice first = null;
    boolean isFirst = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (isFirst && parser.currentToken() == JsonToken.START_OBJECT) {
        first = choice(parser);
      }
      isFirst = false;
      parser.skipChildren();
    }
    return first;
  }

  private static Choice choice(JsonParser parser) throws IOException {
    Message message = null;
    FinishWord finish = FinishWord.NONE;
    ServerError error = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "message" -> message = MessageReader.read(parser);
        case "finish_reason" -> finish = FinishWord.read(parser);
        case "error" -> error = ServerErrorReader.within(parser);
        default -> parser.skipChildren();
      }
    }
    return new Choice(message, finish, error);
  }
}
