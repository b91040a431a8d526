package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message. Its content is a string, or an array of strings and parts: those of type text
 * are joined, one of type refusal is the refusal, and all others, such as thoughts, are left out.
 */
final class MessageReader {

  private @Nullable String content;
  private @Nullable String refusal;
  private @Nullable String refusedPart;

  private MessageReader() {}

  /** Reads the value that the parser stands at; null if it is no object. */
  static @Nullable Message read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    return new MessageReader().message(parser);
  }

  private Message message(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "content" -> content(parser);
        case "refusal" -> refusal = Scalars.string(parser);
        default -> parser.skipChildren();
      }
    }
    return new Message(content, refusal == null || refusal.isBlank() ? refusedPart : refusal);
  }

  private void content(JsonParser parser) throws IOException {
    refusedPart = null;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      content = Scalars.string(parser);
      return;
    }
    StringBuilder joined = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String text =
          parser.currentToken() == JsonToken.START_OBJECT ? part(parser) : Scalars.string(parser);
      if (text != null) {
        joined = (joined == null ? new StringBuilder() : joined).append(text);
      }
    }
    content = joined == null ? null : joined.toString();
  }

  /** The text of a part, or null if it is of another kind. */
  private @Nullable String part(JsonParser parser) throws IOException {
    String type = null;
    String text = null;
    String no = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "type" -> type = Scalars.word(parser);
        case "text" -> text = Scalars.string(parser);
        case "refusal" -> no = Scalars.string(parser);
        default -> parser.skipChildren();
      }
    }
    if ("refusal".equals(type) && no != null && !no.isBlank()) {
      refusedPart = no;
    }
    return type == null || type.equals("text") || type.equals("output_text") ? text : null;
  }
}
