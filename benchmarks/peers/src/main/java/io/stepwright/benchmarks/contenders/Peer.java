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

/** The implementations that run the flows. */
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

  /** Returns the name for tables. */
  public String words() {
    return words;
  }

  /** Returns the artifact whose version the page names; empty if there is none. */
  public String artifact() {
    return artifact;
  }

  /** Returns whether the peer is another library. */
  public boolean isLibrary() {
    return !artifact.isEmpty();
  }

  /** Returns whether the peer is code without a library. */
  public boolean isByHand() {
    return this == THREADS || this == FUTURES;
  }

  /** Returns whether the peer runs a flow. Only the guide's flow is also run with a report. */
  public boolean runs(Flow flow, Pace pace) {
    return this != REPORTING || (flow == Flow.GUIDE && pace != Pace.CALL);
  }

  /**
   * Creates the contender.
   *
   * @param flow the flow
   * @param pace the work of the steps
   * @param millis returns the time for which a step sleeps in milliseconds, by its id
   * @param url the URL of the model server, which only {@link Pace#CALL} uses
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

  /**
   * Creates the steps that call a model. LangGraph4j has no client, and its documentation uses
   * those of LangChain4j.
   */
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
