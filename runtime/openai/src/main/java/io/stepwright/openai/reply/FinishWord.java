package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server's word for why a model stopped, and what it means. Immutable.
 *
 * @param word the word as it was sent, at most 256 characters; empty if there was none
 */
public record FinishWord(Meaning meaning, String word) {

  /** No word, which says that all is well. */
  public static final FinishWord NONE = new FinishWord(Meaning.COMPLETE, "");

  /** What a word means. */
  public enum Meaning {
    /** The model had said all. */
    COMPLETE,
    /** It reached a limit of tokens. */
    LENGTH,
    /** A filter of the provider stopped it. */
    CONTENT_FILTER,
    /** It refused. */
    REFUSAL,
    /** It called a tool. */
    TOOLS,
    /** Something broke while it wrote. */
    FAILED,
    /** Not known. */
    OTHER
  }

  static FinishWord of(@Nullable String word) {
    return word == null ? NONE : new FinishWord(meaning(word), word);
  }

  /** Reads the value that the parser stands at. */
  static FinishWord read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isStructStart()) {
      parser.skipChildren();
      return new FinishWord(Meaning.OTHER, token == JsonToken.START_ARRAY ? "array" : "object");
    }
    return of(Scalars.anyWord(parser));
  }

  private static Meaning meaning(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "stop", "eos", "eos_token", "end_turn", "stop_sequence", "null" -> Meaning.COMPLETE;
      case "length",
          "max_tokens",
          "model_length",
          "max_output_tokens",
          "model_context_window_exceeded" ->
          Meaning.LENGTH;
      case "content_filter", "safety", "recitation", "blocklist", "prohibited_content", "spii" ->
          Meaning.CONTENT_FILTER;
      case "refusal" -> Meaning.REFUSAL;
      case "tool_calls", "function_call", "tool_use" -> Meaning.TOOLS;
      case "error", "abort", "aborted", "cancelled", "canceled", "insufficient_system_resource" ->
          Meaning.FAILED;
      default -> Meaning.OTHER;
    };
  }
}
