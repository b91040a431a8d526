package io.stepwright.benchmarks.calls;

import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;

/** Clients that hand-written code uses to call a model. */
public enum Client {
  /** The HTTP client of the JDK. */
  JDK("java.net.http by hand"),
  /** openai-java as it is distributed. */
  OPENAI("openai-java"),
  /** LangChain4j. */
  LANGCHAIN4J("LangChain4j");

  private final String words;

  Client(String words) {
    this.words = words;
  }

  /** Returns the name for tables. */
  public String words() {
    return words;
  }

  /** Creates the steps that call through this client. */
  public Steps create(Flow flow, String url) {
    return switch (this) {
      case JDK -> new JdkCalls(flow, url);
      case OPENAI -> new OpenAiCalls(flow, url);
      case LANGCHAIN4J -> new LangChain4jCalls(flow, url);
    };
  }
}
