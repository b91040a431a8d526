package io.stepwright.openai;

import com.openai.core.JsonField;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.completions.CompletionUsage;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelReply.Finish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer. Lenient about everything but the message: many servers leave out what the API
 * calls required.
 */
final class ChatReplies {

  private ChatReplies() {}

  /**
   * Reads an answer.
   *
   * @param completion what the SDK made of the body
   * @param asked the model that was asked, for servers that do not say which one answered
   * @throws NoMessageException if there is no message
   */
  static ModelReply of(@Nullable ChatCompletion completion, String asked) {
    // The SDK reads the JSON "null" as null.
    if (completion == null) {
      throw new NoMessageException();
    }
    Optional<CompletionUsage> usage = completion._usage().asKnown();
    long input = tokens(usage, CompletionUsage::_promptTokens);
    long output = tokens(usage, CompletionUsage::_completionTokens);
    ChatCompletion.Choice choice =
        completion._choices().asKnown().orElse(List.of()).stream()
            .findFirst()
            .orElseThrow(() -> new NoMessageException(input, output));
    ChatCompletionMessage message =
        choice._message().asKnown().orElseThrow(() -> new NoMessageException(input, output));
    String reason =
        choice
            ._finishReason()
            .asKnown()
            .map(ChatCompletion.Choice.FinishReason::asString)
            .orElse("stop");
    String id = completion._id().asKnown().filter(name -> !name.isBlank()).orElse(null);
    String model = completion._model().asKnown().filter(m -> !m.isBlank()).orElse(asked);
    Optional<String> refusal = message._refusal().asKnown().filter(text -> !text.isBlank());
    if (refusal.isPresent()) {
      return new ModelReply(refusal.get(), model, Finish.REFUSAL, input, output).named(id);
    }
    String text = text(message, reason).orElseThrow(() -> new NoMessageException(input, output));
    return new ModelReply(text, model, finish(reason), input, output).named(id);
  }

  private static Optional<String> text(ChatCompletionMessage message, String reason) {
    Optional<String> content = message._content().asKnown();
    return switch (reason) {
      // Cut before the first word: a filter, or a model that thought for too long.
      case "length", "content_filter" -> content.or(() -> Optional.of(""));
      // Stepwright offers no tools: a server that calls one has nothing to say.
      case "tool_calls", "function_call" -> Optional.empty();
      default -> content;
    };
  }

  private static Finish finish(String reason) {
    return switch (reason) {
      case "length" -> Finish.LENGTH;
      case "content_filter" -> Finish.CONTENT_FILTER;
      default -> Finish.COMPLETE;
    };
  }

  private static long tokens(
      Optional<CompletionUsage> usage, Function<CompletionUsage, JsonField<Long>> part) {
    return usage.flatMap(u -> part.apply(u).asKnown()).orElse(ModelReply.UNKNOWN);
  }
}
