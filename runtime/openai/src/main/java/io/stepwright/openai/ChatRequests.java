package io.stepwright.openai;

import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;

/** Converts a request to the body and headers of a chat completion. */
final class ChatRequests {

  private ChatRequests() {}

  static ChatCompletionCreateParams of(ModelRequest request, Endpoint endpoint) {
    var params =
        ChatCompletionCreateParams.builder()
            .model(request.model())
            .putAdditionalHeader("Idempotency-Key", request.options().idempotencyKey());
    messages(params, request);
    ModelRequest.Schema schema = request.schema();
    if (schema != null) {
      params.responseFormat(SchemaFormats.of(schema));
    }
    if (!Double.isNaN(request.options().temperature())) {
      params.temperature(request.options().temperature());
    }
    if (request.options().maxOutputTokens() > 0) {
      limit(params, request.options().maxOutputTokens(), endpoint);
    }
    return params.build();
  }

  private static void messages(ChatCompletionCreateParams.Builder params, ModelRequest request) {
    String user = "";
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.User message) {
        // Servers refuse an empty message, and many models refuse two user messages in a row.
        user = user.isEmpty() ? message.text() : user + "\n\n" + message.text();
      } else if (!turn.display().isBlank()) {
        if (!user.isEmpty()) {
          params.addUserMessage(user);
          user = "";
        }
        if (turn instanceof Turn.Instructions system) {
          // Not "developer": only OpenAI's own servers know that role, and they accept this one
          // too.
          params.addSystemMessage(system.text());
        } else {
          params.addMessage(
              ChatCompletionAssistantMessageParam.builder().content(turn.display()).build());
        }
      }
    }
    params.addUserMessage(user);
  }

  @SuppressWarnings("deprecation") // Deprecated by OpenAI; other servers know no other name.
  private static void limit(
      ChatCompletionCreateParams.Builder params, int tokens, Endpoint endpoint) {
    if (endpoint.countsCompletionTokens()) {
      params.maxCompletionTokens(tokens);
    } else {
      params.maxTokens(tokens);
    }
  }
}
