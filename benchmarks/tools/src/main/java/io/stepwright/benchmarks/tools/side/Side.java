package io.stepwright.benchmarks.tools.side;

import io.stepwright.benchmarks.tools.desk.Shop;
import java.io.File;
import java.nio.file.Path;

/** The contenders. The classes of one are loaded only when it is opened. */
public enum Side {
  /** Stepwright. */
  STEPWRIGHT("Stepwright", "", true),
  /** The HTTP client of the JDK, with text blocks and a streaming parser. */
  HAND("by hand, `java.net.http`", "", false),
  /** LangChain4j's services. */
  LANGCHAIN4J("LangChain4j `AiServices`", "langchain4j", false),
  /** LangChain4j's services with {@code executeToolsConcurrently}. */
  LANGCHAIN4J_AT_ONCE("LangChain4j `AiServices`, tools at once", "langchain4j", true),
  /** Spring AI's chat client. */
  SPRING_AI("Spring AI `ChatClient`", "spring-ai-client-chat", false);

  private final String words;
  private final String artifact;
  private final boolean atOnce;

  Side(String words, String artifact, boolean atOnce) {
    this.words = words;
    this.artifact = artifact;
    this.atOnce = atOnce;
  }

  /** Returns the name for tables. */
  public String words() {
    return words;
  }

  /** Returns whether this is another library. */
  public boolean isLibrary() {
    return !artifact.isEmpty();
  }

  /** Returns the version of the library on the class path; empty if there is none. */
  public String version() {
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      String file = String.valueOf(Path.of(entry).getFileName());
      if (isLibrary() && file.matches(artifact + "-\\d.*\\.jar")) {
        return file.substring(artifact.length() + 1, file.length() - ".jar".length());
      }
    }
    return "";
  }

  /** Returns whether it executes the calls of one turn at the same time. */
  public boolean isAtOnce() {
    return atOnce;
  }

  /**
   * Creates its objects.
   *
   * @param url the URL of the model server, with {@code /v1}
   */
  public Support open(String url, Shop shop) {
    return switch (this) {
      case STEPWRIGHT -> new StepwrightSupport(url, shop);
      case HAND -> new HandSupport(url, shop);
      case LANGCHAIN4J -> new LangChain4jSupport(url, shop, false);
      case LANGCHAIN4J_AT_ONCE -> new LangChain4jSupport(url, shop, true);
      case SPRING_AI -> new SpringAiSupport(url, shop);
    };
  }
}
