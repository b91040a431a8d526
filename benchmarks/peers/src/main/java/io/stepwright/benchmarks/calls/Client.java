package io.stepwright.benchmarks.calls;

import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;

/** Ways to ask a model, in code written by hand. */
public enum Client {
  /** The client of the JDK. */
  JDK("java.net.http by hand"),
  /** openai-java as shipped. */
  OPENAI("openai-java"),
  /** LangChain4j. */
  LANGCHAIN4J("LangChain4j");

  private final String words;

  Client(String words) {
    this.words = words;
  }

  /** What tables call it. */
  public String words() {
    return words;
  }

  /** Makes it. */
  public Steps create(Flow flow, String url) {
    return switch (this) {
      case JDK -> new JdkCalls(flow, url);
      case OPENAI -> new OpenAiCalls(flow, url);
      case LANGCHAIN4J -> new LangChain4jCalls(flow, url);
    };
  }
}
