package io.stepwright.openai.reply;

import io.stepwright.openai.reply.ServerError.Category;
import java.util.List;

/**
 * Phrases of error messages from servers without an error code: vLLM, Gemini, Anthropic, TGI, Groq,
 * llama.cpp and Alibaba for a prompt that is too long, Gemini for a key, Azure and DeepSeek for a
 * filter, OpenRouter for moderation. All in lower case.
 */
final class KnownPhrases {

  private static final List<String> FILTERED =
      List.of(
          "content management policy",
          "content exists risk",
          "inappropriate content",
          "your input was flagged");

  private static final List<String> TOO_LONG =
      List.of(
          "maximum context length",
          "maximum model length",
          "available context size",
          "context window",
          "context length",
          "maximum number of tokens allowed",
          "prompt is too long",
          "reduce the length of the messages",
          "range of input length should be",
          "`inputs` tokens + `max_new_tokens`",
          "`inputs` must have less than");

  private static final List<String> KEY =
      List.of("api key not valid", "api key expired", "incorrect api key", "invalid api key");

  private KnownPhrases() {}

  /** Returns the category of a message in lower case. */
  static Category category(String message) {
    if (KEY.stream().anyMatch(message::contains)) {
      return Category.KEY;
    } else if (FILTERED.stream().anyMatch(message::contains)) {
      return Category.FILTERED;
    }
    return TOO_LONG.stream().anyMatch(message::contains) ? Category.TOO_LONG : Category.OTHER;
  }
}
