package io.stepwright.benchmarks.calls;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Question;
import io.stepwright.benchmarks.flow.Steps;
import java.util.concurrent.CompletableFuture;

/** Calls a model through openai-java as it is distributed, with its defaults. */
public final class OpenAiCalls implements Steps {

  private final OpenAIClient client;
  private final Flow flow;

  /**
   * Creates the client.
   *
   * @param url the URL of the model server, with {@code /v1}
   */
  public OpenAiCalls(Flow flow, String url) {
    this.flow = flow;
    this.client = OpenAIOkHttpClient.builder().baseUrl(url).apiKey("none").build();
  }

  @Override
  public int step(int id, int sum) {
    return value(client.chat().completions().create(request(id, sum)));
  }

  /** Makes the same call through the asynchronous client. */
  public CompletableFuture<Integer> start(int id, int sum) {
    return client
        .async()
        .chat()
        .completions()
        .create(request(id, sum))
        .thenApply(OpenAiCalls::value);
  }

  private ChatCompletionCreateParams request(int id, int sum) {
    return ChatCompletionCreateParams.builder()
        .model("model")
        .addUserMessage(new Question(flow, id, sum).prompt())
        .build();
  }

  private static int value(ChatCompletion completion) {
    return Integer.parseInt(completion.choices().get(0).message().content().orElseThrow());
  }
}
