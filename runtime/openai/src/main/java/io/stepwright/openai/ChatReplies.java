package io.stepwright.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer. Lenient about everything but the message: many servers leave out what the API
 * calls required.
 *
 * <p>It reads a tree, not the classes of the SDK. They hold some fifty fields, of which eight are
 * looked at here, and reading them took a sixth of the processor time of a whole call.
 */
final class ChatReplies {

  private static final JsonMapper JSON = new JsonMapper();

  private ChatReplies() {}

  /**
   * Reads an answer.
   *
   * @param body its bytes
   * @param asked the model that was asked, for servers that do not say which one answered
   * @throws NoCompletionException if it is none
   * @throws NoMessageException if there is no message
   */
  static ModelReply of(InputStream body, String asked) {
    JsonNode completion = read(body);
    JsonNode usage = completion.path("usage");
    long input = tokens(usage.path("prompt_tokens"));
    long output = tokens(usage.path("completion_tokens"));
    JsonNode choice = completion.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      throw new NoMessageException(input, output);
    }
    String id = text(completion.path("id"));
    String answered = text(completion.path("model"));
    String model = answered == null ? asked : answered;
    String refusal = text(message.path("refusal"));
    if (refusal != null) {
      return new ModelReply(refusal, model, Finish.REFUSAL, input, output).named(id);
    }
    String reason = choice.path("finish_reason").asText("stop");
    String text = content(message.path("content"), reason);
    if (text == null) {
      throw new NoMessageException(input, output);
    }
    return new ModelReply(text, model, finish(reason), input, output).named(id);
  }

  private static JsonNode read(InputStream body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (IOException e) {
      throw new NoCompletionException(e);
    }
    // The JSON "null" is an answer without a message, whatever else it is.
    if (!read.isObject() && !read.isNull()) {
      throw new NoCompletionException(null);
    }
    return read;
  }

  private static @Nullable String content(JsonNode content, String reason) {
    String text = content.textValue();
    return switch (reason) {
      // Cut before the first word: a filter, or a model that thought for too long.
      case "length", "content_filter" -> text == null ? "" : text;
      // Stepwright offers no tools: a server that calls one has nothing to say.
      case "tool_calls", "function_call" -> null;
      default -> text;
    };
  }

  private static Finish finish(String reason) {
    return switch (reason) {
      case "length" -> Finish.LENGTH;
      case "content_filter" -> Finish.CONTENT_FILTER;
      default -> Finish.COMPLETE;
    };
  }

  /** What is there and not blank. */
  private static @Nullable String text(JsonNode node) {
    String text = node.textValue();
    return text == null || text.isBlank() ? null : text;
  }

  private static long tokens(JsonNode count) {
    return count.isIntegralNumber() && count.canConvertToLong()
        ? count.longValue()
        : ModelReply.UNKNOWN;
  }
}
