package io.stepwright.openai;

import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.stepwright.spi.ModelRequest;

/** Converts a request to the body and headers of a chat completion. */
final class ChatRequests {

  private ChatRequests() {}

  static ChatCompletionCreateParams of(ModelRequest request, Endpoint endpoint) {
    var params =
        ChatCompletionCreateParams.builder()
            .model(request.model())
            .putAdditionalHeader("Idempotency-Key", request.idempotencyKey());
    String system = request.system();
    if (system != null) {
      // Not "developer": only OpenAI's own servers know that role, and they accept this one too.
      params.addSystemMessage(system);
    }
    messages(params, request);
    ModelRequest.Schema schema = request.schema();
    if (schema != null) {
      params.responseFormat(SchemaFormats.of(schema));
    }
    if (!Double.isNaN(request.temperature())) {
      params.temperature(request.temperature());
    }
    if (request.maxOutputTokens() > 0) {
      limit(params, request.maxOutputTokens(), endpoint);
    }
    return params.build();
  }

  private static void messages(ChatCompletionCreateParams.Builder params, ModelRequest request) {
    ModelRequest.Rejected rejected = request.rejected();
    if (rejected == null) {
      params.addUserMessage(request.prompt());
    } else if (rejected.answer().isBlank()) {
      // Servers refuse an empty message, and many models refuse two user messages in a row.
      params.addUserMessage(request.prompt() + "\n\n" + rejected.complaint());
    } else {
      params.addUserMessage(request.prompt());
      params.addMessage(
          ChatCompletionAssistantMessageParam.builder().content(rejected.answer()).build());
      params.addUserMessage(rejected.complaint());
    }
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
