package io.stepwright.benchmarks.start;

import io.stepwright.benchmarks.calls.Client;
import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contender.hand.HandThreads;
import io.stepwright.benchmarks.contender.wired.Wired;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Values;
import io.stepwright.benchmarks.result.Row;
import io.stepwright.runtime.AgentRuntime;
import java.lang.management.ManagementFactory;

/** Runs the guide's flow once in a JVM that does nothing else. */
public final class ColdStart {

  /** The name of this part. */
  public static final String PART = "start";

  private ColdStart() {}

  /** Who starts. */
  public enum Starter {
    /** The guide's flow. */
    STEPWRIGHT("Stepwright"),
    /** The same, with a step that is cached by meaning. */
    REMEMBERING("Stepwright, one step cached by meaning"),
    /** By hand over the client of the JDK. */
    JDK("by hand, java.net.http"),
    /** By hand over openai-java. */
    OPENAI("by hand, openai-java"),
    /** LangChain4j's client, wired by hand. */
    LANGCHAIN4J("by hand, LangChain4j's client");

    private final String words;

    Starter(String words) {
      this.words = words;
    }

    /** What tables call it. */
    public String words() {
      return words;
    }
  }

  /**
   * Prints a row.
   *
   * @param arguments the starter, the URL of the model server, the moment at which the JVM was
   *     started in milliseconds, and how the row calls the class-data sharing
   */
  public static void main(String... arguments) throws Exception {
    Starter starter = Starter.valueOf(arguments[0]);
    int result = contender(starter, arguments[1]).run(7);
    double millis = System.currentTimeMillis() - Long.parseLong(arguments[2]);
    if (result != Expected.of(Flow.GUIDE, 7)) {
      throw new IllegalStateException("Wrong: " + result);
    }
    System.out.println(
        Row.of(PART)
            .with("starter", starter.name())
            .with("sharing", arguments[3])
            .with("millis", millis)
            .with("classes", ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount()));
    // The exit must write a class-data archive if there is to be one, and not wait for anybody.
    System.exit(0);
  }

  private static Contender contender(Starter starter, String url) {
    return switch (starter) {
      case STEPWRIGHT -> Wired.calling(Flow.GUIDE, url);
      case REMEMBERING -> remembering(url);
      default ->
          HandThreads.of(
              Flow.GUIDE,
              Client.valueOf(starter.name()).create(Flow.GUIDE, url),
              StepExecutor.create());
    };
  }

  private static Contender remembering(String url) {
    AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", url)
            .configuration("stepwright.providers.openai.api-key", "none")
            .build();
    RememberingGuide agent = new WiredRememberingGuide(runtime);
    return n -> {
      RememberingGuide.Outcome outcome = agent.run(Integer.toString(n));
      return Values.join(outcome.intent(), outcome.email(), outcome.note());
    };
  }
}
