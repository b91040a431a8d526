package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message. Its content is a string, or an array of strings and parts. Parts of type text
 * are joined, a part of type refusal is the refusal, and all others, such as thoughts, are skipped.
 * Skipped texts other than thoughts, tool calls and errors are recorded.
 */
final class MessageReader {

  private final FinishSigns signs = new FinishSigns();
  private final ErrorFields errors = new ErrorFields();
  private @Nullable String content;
  private @Nullable String refusal;
  private @Nullable String refusedPart;
  private boolean lostPart;
  private boolean calledPart;
  private CallsReader tools = CallsReader.none();
  private CallsReader function = CallsReader.none();

  private final @Nullable CallFragments fragments;

  private MessageReader(@Nullable CallFragments fragments) {
    this.fragments = fragments;
  }

  /**
   * Reads the value at the parser. Returns null if it is no object.
   *
   * @param fragments takes the calls of tools if the message is a piece of one, else null
   */
  static @Nullable Message read(JsonParser parser, @Nullable CallFragments fragments)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    MessageReader reader = new MessageReader(fragments);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      reader.field(name, parser);
    }
    return reader.message();
  }

  private void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "content" -> content(parser);
      case "refusal" -> refusal = Scalars.string(parser);
      case "tool_calls" ->
          tools = fragments == null ? CallsReader.array(parser) : fragments.array(parser);
      case "function_call" ->
          function = fragments == null ? CallsReader.function(parser) : fragments.function(parser);
      default -> {
        if (!errors.field(name, parser) && !signs.field(name, parser)) {
          parser.skipChildren();
        }
      }
    }
  }

  private Message message() {
    FinishWord finish = lostPart ? FinishWord.UNREAD_PART : FinishWord.NONE;
    if (tools.any() || function.any() || calledPart) {
      finish = finish.beside(FinishWord.CALLED_TOOL);
    }
    return new Message(
        content,
        refusal == null || refusal.isBlank() ? refusedPart : refusal,
        tools.any() ? tools.calls() : function.calls(),
        signs.beside(finish),
        errors.error());
  }

  private void content(JsonParser parser) throws IOException {
    refusedPart = null;
    lostPart = false;
    calledPart = false;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      content = Scalars.string(parser);
      return;
    }
    StringBuilder joined = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String text = item(parser);
      if (text != null) {
        joined = (joined == null ? new StringBuilder() : joined).append(text);
      }
    }
    content = joined == null ? null : joined.toString();
  }

  /** Returns the text of an item of the content, or null if it is of another kind. */
  private @Nullable String item(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        PartReader part = PartReader.read(parser);
        refusedPart = part.refusal() == null ? refusedPart : part.refusal();
        lostPart |= part.isLost();
        calledPart |= part.isCall();
        return part.text();
      }
      case START_ARRAY -> {
        lostPart |= Scalars.isFull(parser);
        return null;
      }
      default -> {
        return Scalars.string(parser);
      }
    }
  }
}
