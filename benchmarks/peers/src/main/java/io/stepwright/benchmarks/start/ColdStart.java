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

/** Runs the guide's flow once in a new JVM. */
public final class ColdStart {

  /** The name of this part of the benchmark. */
  public static final String PART = "start";

  private ColdStart() {}

  /** The implementation that is started. */
  public enum Starter {
    /** Stepwright. */
    STEPWRIGHT("Stepwright"),
    /** Stepwright, with a step that is cached by meaning. */
    REMEMBERING("Stepwright, one step cached by meaning"),
    /** Hand-written code with the HTTP client of the JDK. */
    JDK("by hand, java.net.http"),
    /** Hand-written code with openai-java. */
    OPENAI("by hand, openai-java"),
    /** Hand-written code with LangChain4j's client. */
    LANGCHAIN4J("by hand, LangChain4j's client");

    private final String words;

    Starter(String words) {
      this.words = words;
    }

    /** Returns the name for tables. */
    public String words() {
      return words;
    }
  }

  /**
   * Prints a row.
   *
   * @param arguments the starter, the URL of the model server, the start time of the JVM in
   *     milliseconds since the epoch, and the name of the class-data sharing mode for the row
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
    // Exits explicitly, so that the JVM writes a class-data archive if requested and waits for no
    // threads.
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
