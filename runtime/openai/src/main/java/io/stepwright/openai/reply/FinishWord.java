package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server's word for why a model stopped, with its meaning. Immutable.
 *
 * @param word the word as it was sent, at most 256 characters; empty if there was none
 */
public record FinishWord(Meaning meaning, String word) {

  /** The absence of a word, which means success. */
  public static final FinishWord NONE = new FinishWord(Meaning.COMPLETE, "");

  /** Not a word, but the sign that a part of the text was not read. */
  static final FinishWord UNREAD_PART = new FinishWord(Meaning.OTHER, "unknown content part");

  /** Not a word, but the sign of a tool call. */
  static final FinishWord CALLED_TOOL = new FinishWord(Meaning.TOOLS, "tool_calls");

  /** The meaning of a finish word. */
  public enum Meaning {
    /** The answer is complete. */
    COMPLETE,
    /** A token limit was reached. */
    LENGTH,
    /** A filter of the provider stopped the model. */
    CONTENT_FILTER,
    /** The model refused. */
    REFUSAL,
    /** The model called a tool. */
    TOOLS,
    /** An error interrupted the model. */
    FAILED,
    /** The meaning is not known. */
    OTHER
  }

  static FinishWord of(@Nullable String word) {
    return word == null ? NONE : new FinishWord(meaning(word), word);
  }

  /** Reads the value at the parser. */
  static FinishWord read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      String only = only(parser);
      return only == null ? new FinishWord(Meaning.OTHER, "array") : of(only);
    }
    if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new FinishWord(Meaning.OTHER, "object");
    }
    return of(Scalars.anyWord(parser));
  }

  /** Returns the word of an array with one item, or null for any other content. */
  private static @Nullable String only(JsonParser parser) throws IOException {
    String word = null;
    int items = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      word = Scalars.word(parser);
      items++;
    }
    return items == 1 ? word : null;
  }

  /**
   * Combines this word with another sign. A sign that the answer is incomplete always takes
   * precedence; an unknown one, only if this word is empty.
   */
  @SuppressWarnings("ReferenceEquality") // The first equals of a record costs much time.
  FinishWord beside(FinishWord sign) {
    if (isDecided()) {
      return this;
    }
    boolean silent = word.isEmpty() || word.equalsIgnoreCase("null");
    boolean lost = sign == UNREAD_PART && meaning == Meaning.COMPLETE;
    boolean more = silent && sign.meaning == Meaning.OTHER;
    return sign.isDecided() || lost || more ? sign : this;
  }

  private boolean isDecided() {
    return meaning != Meaning.COMPLETE && meaning != Meaning.OTHER;
  }

  private static Meaning meaning(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    if (folded.startsWith("content_filter:")) {
      // Gemini adds its own word for the reason, such as "content_filter: PROHIBITED_CONTENT".
      return Meaning.CONTENT_FILTER;
    }
    return switch (folded) {
      case "stop",
          "eos",
          "eos_token",
          "end_turn",
          "stop_sequence",
          "complete",
          "completed",
          "finished",
          "end",
          "done",
          "null" ->
          Meaning.COMPLETE;
      case "length",
          "max_tokens",
          "model_length",
          "max_output_tokens",
          "model_context_window_exceeded",
          "token_limit",
          "max_length",
          "max_new_tokens",
          "max_completion_tokens",
          "truncated",
          "incomplete",
          "time_limit" ->
          Meaning.LENGTH;
      case "content_filter",
          "safety",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii",
          "sensitive",
          "content_filtered",
          "guardrail_intervened",
          "image_safety",
          "image_prohibited_content",
          "image_recitation",
          "error_toxic",
          "language" ->
          Meaning.CONTENT_FILTER;
      case "refusal" -> Meaning.REFUSAL;
      case "tool_calls", "function_call", "tool_use" -> Meaning.TOOLS;
      case "error",
          "abort",
          "aborted",
          "cancelled",
          "canceled",
          "failed",
          "interrupted",
          "in_progress",
          "insufficient_system_resource",
          "network_error",
          "timeout",
          "malformed_function_call" ->
          Meaning.FAILED;
      default -> Meaning.OTHER;
    };
  }
}
