package io.stepwright.benchmarks.contenders;

import io.stepwright.benchmarks.calls.JdkCalls;
import io.stepwright.benchmarks.calls.LangChain4jCalls;
import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.Pace;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.contender.dagger.DaggerProducers;
import io.stepwright.benchmarks.contender.hand.HandFutures;
import io.stepwright.benchmarks.contender.hand.HandThreads;
import io.stepwright.benchmarks.contender.langchain.LangChain4jAgentic;
import io.stepwright.benchmarks.contender.langgraph.LangGraph4j;
import io.stepwright.benchmarks.contender.wired.Wired;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import java.util.concurrent.ExecutorService;
import java.util.function.IntUnaryOperator;

/** Everybody who runs the flows. */
public enum Peer {
  STEPWRIGHT("Stepwright", ""),
  REPORTING("Stepwright, reporting", ""),
  THREADS("by hand, threads", ""),
  FUTURES("by hand, CompletableFuture", ""),
  DAGGER("Dagger Producers", "dagger-producers"),
  LANGCHAIN4J("LangChain4j agentic", "langchain4j-agentic"),
  LANGGRAPH4J("LangGraph4j", "langgraph4j-core");

  private final String words;
  private final String artifact;

  Peer(String words, String artifact) {
    this.words = words;
    this.artifact = artifact;
  }

  /** What tables call it. */
  public String words() {
    return words;
  }

  /** Whose version is to be told; empty if none. */
  public String artifact() {
    return artifact;
  }

  /** Whether it is another library. */
  public boolean isLibrary() {
    return !artifact.isEmpty();
  }

  /** Whether it is code without any library. */
  public boolean isByHand() {
    return this == THREADS || this == FUTURES;
  }

  /** Whether it runs a flow: only the guide's is run with a report, too. */
  public boolean runs(Flow flow, Pace pace) {
    return this != REPORTING || (flow == Flow.GUIDE && pace != Pace.CALL);
  }

  /**
   * Makes it.
   *
   * @param millis how long a step sleeps, by its id
   * @param url of the model server, which is only used by {@link Pace#CALL}
   */
  public Contender create(Flow flow, Pace pace, IntUnaryOperator millis, String url) {
    if (this == STEPWRIGHT && pace == Pace.CALL) {
      return Wired.calling(flow, url);
    }
    Steps steps =
        switch (pace) {
          case EMPTY -> Steps.EMPTY;
          case SLEEP -> Steps.sleeping(millis);
          case CALL -> calls(flow, url);
        };
    return switch (this) {
      case STEPWRIGHT -> Wired.of(flow, steps);
      case REPORTING -> Wired.reporting(steps);
      default -> onExecutor(flow, steps);
    };
  }

  /** LangGraph4j has no client of its own; its documentation calls those of LangChain4j. */
  private Steps calls(Flow flow, String url) {
    return this == LANGCHAIN4J || this == LANGGRAPH4J
        ? new LangChain4jCalls(flow, url)
        : new JdkCalls(flow, url);
  }

  private Contender onExecutor(Flow flow, Steps steps) {
    ExecutorService executor = StepExecutor.create();
    Contender contender =
        switch (this) {
          case THREADS -> HandThreads.of(flow, steps, executor);
          case FUTURES -> HandFutures.of(flow, steps, executor);
          case DAGGER -> DaggerProducers.of(flow, steps, executor);
          case LANGCHAIN4J -> LangChain4jAgentic.of(flow, steps, executor);
          case LANGGRAPH4J -> LangGraph4j.of(flow, steps, executor);
          default -> throw new IllegalStateException(words);
        };
    return new Contender() {
      @Override
      public int run(int n) throws Exception {
        return contender.run(n);
      }

      @Override
      public void close() {
        contender.close();
        executor.shutdown();
      }
    };
  }
}
