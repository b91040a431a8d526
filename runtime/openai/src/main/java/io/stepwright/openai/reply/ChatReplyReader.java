package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat completions. Lenient about everything but the message, because many servers leave out
 * fields that the API requires: a field of an unexpected type counts as missing. If an object has
 * several fields of one name, the last counts, as in nearly all JSON parsers; of several choices,
 * the first counts. Only white space may follow the completion, and the stream is read to its end,
 * because only there a compressed stream is known to be complete.
 */
public final class ChatReplyReader {

  private @Nullable String id;
  private @Nullable String model;
  private long inputTokens = Scalars.UNKNOWN;
  private long outputTokens = Scalars.UNKNOWN;
  private @Nullable Choice choice;
  private final ErrorFields errors = new ErrorFields();
  private final FinishSigns signs = new FinishSigns();
  // Some servers send the fields of an error in place of those of an answer.
  private final ServerErrorReader flat = new ServerErrorReader();

  private final @Nullable CallFragments fragments;

  private ChatReplyReader(@Nullable CallFragments fragments) {
    this.fragments = fragments;
  }

  /**
   * Reads a chat completion. The JSON {@code null} gives one without content.
   *
   * @param body read to its end, never closed
   * @throws UnreadableBodyException if it is not a chat completion
   * @throws EOFException if it is a truncated one
   * @throws IOException if the stream fails
   */
  public static ChatReply read(InputStream body) throws IOException {
    return read(body, null);
  }

  /**
   * Reads a completion, or a piece of a streamed one if there is a place for fragments of calls.
   */
  static ChatReply read(InputStream body, @Nullable CallFragments fragments) throws IOException {
    Utf8Reader text = new Utf8Reader(body);
    boolean begun = false;
    try (JsonParser parser = LenientJson.parser(text)) {
      JsonToken first = parser.nextToken();
      ChatReplyReader reader = new ChatReplyReader(fragments);
      if (first == JsonToken.START_OBJECT) {
        begun = true;
        reader.object(parser);
        begun = false;
      } else if (first != JsonToken.VALUE_NULL) {
        throw new UnreadableBodyException(first == null, null);
      }
      if (parser.nextToken() != null) {
        throw new UnreadableBodyException(false, null);
      }
      return reader.reply();
    } catch (JsonProcessingException e) {
      throw begun && text.isExhausted() ? cut(e) : new UnreadableBodyException(false, e);
    } catch (CharacterCodingException e) {
      throw new UnreadableBodyException(false, e);
    }
  }

  private static EOFException cut(JsonProcessingException cause) {
    EOFException cut = new EOFException("the body ends within its JSON");
    cut.initCause(cause);
    return cut;
  }

  private void object(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = Scalars.word(parser);
        case "model" -> model = Scalars.word(parser);
        case "usage" -> usage(parser);
        case "choices" -> choice = ChoiceReader.first(parser, fragments);
        case "status" -> {
          signs.field(name, parser);
          // Reads the word a second time, as the parser is still at it.
          flat.field(name, parser);
        }
        default -> {
          if (!errors.field(name, parser) && !signs.field(name, parser)) {
            flat.field(name, parser);
          }
        }
      }
    }
  }

  private void usage(JsonParser parser) throws IOException {
    inputTokens = Scalars.UNKNOWN;
    outputTokens = Scalars.UNKNOWN;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "prompt_tokens" -> inputTokens = Scalars.tokens(parser);
        case "completion_tokens" -> outputTokens = Scalars.tokens(parser);
        default -> parser.skipChildren();
      }
    }
  }

  private ChatReply reply() {
    Choice first = choice;
    ServerError error = errors.error();
    if (first == null) {
      return reply(null, error == null ? flat.told() : error);
    }
    FinishWord finish = signs.beside(first.finish());
    boolean failed = finish.meaning() == FinishWord.Meaning.FAILED;
    return reply(
        new Choice(first.message(), finish, first.error()),
        error == null && first.error() == null && failed ? flat.told() : error);
  }

  private ChatReply reply(@Nullable Choice first, @Nullable ServerError error) {
    return new ChatReply(id, model, inputTokens, outputTokens, first, error);
  }
}
