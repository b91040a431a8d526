package io.stepwright.benchmarks.contender.wired;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import io.stepwright.runtime.AgentRuntime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs flows with Stepwright at its defaults, with time limits and on the runtime's own threads.
 */
public final class Wired {

  private static final List<Integer> ITEMS = IntStream.range(0, Flow.ITEMS).boxed().toList();

  private Wired() {}

  /** Creates the contender for a flow of code steps. */
  public static Contender of(Flow flow, Steps steps) {
    AgentRuntime runtime = AgentRuntime.builder().build();
    return switch (flow) {
      case GUIDE -> guide(runtime, new WiredGuide(runtime, steps));
      case DIAMOND -> diamond(runtime, new WiredDiamond(runtime, steps));
      case TWENTY -> closing(runtime, new WiredTwenty(runtime, steps)::run);
      case FAN_OUT -> fanOut(runtime, new WiredFanOut(runtime, steps));
    };
  }

  /** Creates the contender for the guide's flow with a report of every run. */
  public static Contender reporting(Steps steps) {
    AgentRuntime runtime = AgentRuntime.builder().build();
    ReportingGuide agent = new WiredReportingGuide(runtime, steps);
    return closing(
        runtime,
        n -> {
          ReportingGuide.Outcome outcome = agent.run(n).value();
          return Values.join(outcome.intent(), outcome.email(), outcome.note());
        });
  }

  /**
   * Creates the contender for a flow of model steps.
   *
   * @param url the URL of the model server
   */
  public static Contender calling(Flow flow, String url) {
    AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", url)
            .configuration("stepwright.providers.openai.api-key", "none")
            .build();
    return switch (flow) {
      case GUIDE -> {
        GuideCalls agent = new WiredGuideCalls(runtime);
        yield closing(
            runtime,
            n -> {
              GuideCalls.Outcome outcome = agent.run(n);
              return Values.join(outcome.intent(), outcome.email(), outcome.note());
            });
      }
      case DIAMOND -> {
        DiamondCalls agent = new WiredDiamondCalls(runtime);
        yield closing(
            runtime,
            n -> {
              DiamondCalls.Outcome outcome = agent.run(n);
              return Values.join(outcome.d(), outcome.slow());
            });
      }
      case TWENTY -> closing(runtime, new WiredTwentyCalls(runtime)::run);
      case FAN_OUT -> {
        FanOutCalls agent = new WiredFanOutCalls(runtime);
        yield closing(runtime, n -> sum(agent.run(ITEMS)));
      }
    };
  }

  private static Contender guide(AgentRuntime runtime, Guide agent) {
    return closing(
        runtime,
        n -> {
          Guide.Outcome outcome = agent.run(n);
          return Values.join(outcome.intent(), outcome.email(), outcome.note());
        });
  }

  private static Contender diamond(AgentRuntime runtime, Diamond agent) {
    return closing(
        runtime,
        n -> {
          Diamond.Outcome outcome = agent.run(n);
          return Values.join(outcome.d(), outcome.slow());
        });
  }

  private static Contender fanOut(AgentRuntime runtime, FanOut agent) {
    return closing(runtime, n -> sum(agent.run(ITEMS)));
  }

  private static int sum(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).sum();
  }

  private static Contender closing(AgentRuntime runtime, Contender runs) {
    return new Contender() {
      @Override
      public int run(int n) throws Exception {
        return runs.run(n);
      }

      @Override
      public void close() {
        runtime.close();
      }
    };
  }
}
