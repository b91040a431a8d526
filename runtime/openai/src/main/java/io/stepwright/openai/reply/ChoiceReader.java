package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the first of several choices; of a streamed answer, the one whose piece came first. */
final class ChoiceReader {

  private ChoiceReader() {}

  /**
   * Reads the array at the parser. Returns null if it is no array or its first item is no object,
   * or if it is a piece of other choices only.
   *
   * @param fragments takes the calls of tools if the choice is a piece of a streamed one, whose
   *     message is its {@code delta}; else null
   */
  static @Nullable Choice first(JsonParser parser, @Nullable CallFragments fragments)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    Choice first = null;
    boolean isFirst = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean mayCount = isFirst || (fragments != null && first == null);
      if (mayCount && parser.currentToken() == JsonToken.START_OBJECT) {
        first = choice(parser, fragments);
      }
      isFirst = false;
      parser.skipChildren();
    }
    return first;
  }

  private static @Nullable Choice choice(JsonParser parser, @Nullable CallFragments fragments)
      throws IOException {
    int index = CallFields.NO_INDEX;
    Message message = null;
    FinishWord finish = FinishWord.NONE;
    FinishSigns signs = new FinishSigns();
    ErrorFields errors = new ErrorFields();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(fragments == null ? "message" : "delta")) {
        message = MessageReader.read(parser, fragments);
        continue;
      }
      switch (name) {
        case "index" -> index = CallFields.index(parser);
        case "finish_reason" -> finish = FinishWord.read(parser);
        default -> {
          if (!errors.field(name, parser) && !signs.field(name, parser)) {
            parser.skipChildren();
          }
        }
      }
    }
    if (fragments != null && !fragments.take(index)) {
      return null;
    }
    ServerError error = errors.error();
    if (message == null) {
      return new Choice(null, signs.beside(finish), error);
    }
    return new Choice(
        message,
        signs.beside(finish).beside(message.finish()),
        error == null ? message.error() : error);
  }
}
