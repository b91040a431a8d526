package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an object that is a part of the content. Of several fields of one name the last counts. */
final class PartReader {

  private @Nullable String type;
  private @Nullable String text;
  private @Nullable String refusal;
  // True for each field that has a value; different APIs use different fields for the text.
  private boolean inText;
  private boolean inContent;
  private boolean inValue;

  private PartReader() {}

  /** Reads the object at the parser. */
  static PartReader read(JsonParser parser) throws IOException {
    PartReader part = new PartReader();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      part.field(name, parser);
    }
    return part;
  }

  private void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "type" -> type = Scalars.word(parser);
      case "text" -> {
        text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        inText = Scalars.isFull(parser);
      }
      case "content" -> inContent = Scalars.isFull(parser);
      case "value" -> inValue = Scalars.isFull(parser);
      case "refusal" -> refusal = Scalars.string(parser);
      default -> parser.skipChildren();
    }
  }

  /** Returns the text, or null if the part is of another kind. */
  @Nullable String text() {
    return type == null || type.equals("text") || type.equals("output_text") ? text : null;
  }

  /** Returns the refusal, or null if it is blank or the part is of another kind. */
  @Nullable String refusal() {
    return "refusal".equals(type) && refusal != null && !refusal.isBlank() ? refusal : null;
  }

  /** Tells whether the part is a tool call. */
  boolean isCall() {
    return type != null
        && switch (type) {
          case "tool_use", "tool_call", "tool-call", "function_call" -> true;
          default -> false;
        };
  }

  /** Tells whether the part has a text that is not a thought and is not read. */
  boolean isLost() {
    boolean read = text() != null || refusal() != null || isCall() || isThought();
    return !read && (inText || inContent || inValue);
  }

  private boolean isThought() {
    return type != null
        && switch (type) {
          case "thinking",
              "redacted_thinking",
              "thought",
              "reasoning",
              "reasoning_text",
              "reasoning_content",
              "summary_text" ->
              true;
          default -> false;
        };
  }
}
