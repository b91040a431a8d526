package io.stepwright.benchmarks.calls;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Question;
import io.stepwright.benchmarks.flow.Steps;

/** Calls a model through LangChain4j's model for OpenAI, with its defaults. */
public final class LangChain4jCalls implements Steps {

  private final ChatModel model;
  private final Flow flow;

  /**
   * Creates the client.
   *
   * @param url the URL of the model server, with {@code /v1}
   */
  public LangChain4jCalls(Flow flow, String url) {
    this.flow = flow;
    this.model = OpenAiChatModel.builder().baseUrl(url).apiKey("none").modelName("model").build();
  }

  @Override
  public int step(int id, int sum) {
    return Integer.parseInt(model.chat(new Question(flow, id, sum).prompt()));
  }
}
