package io.stepwright.benchmarks.call;

import io.stepwright.benchmarks.calls.Client;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Steps;
import io.stepwright.benchmarks.flow.Values;
import io.stepwright.runtime.AgentRuntime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Sends one call after another to a server in another process that answers without delay. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

  /** The client: the name of a {@link Client}, or STEPWRIGHT. */
  @Param({"STEPWRIGHT", "JDK", "OPENAI", "LANGCHAIN4J"})
  String client = "";

  /** The URL of the model server. */
  @Param("")
  String url = "";

  private Steps steps = Steps.EMPTY;
  private AutoCloseable closing = () -> {};

  /** Creates the client. */
  @Setup
  public void setUp() throws Exception {
    if (client.equals("STEPWRIGHT")) {
      AgentRuntime runtime =
          AgentRuntime.builder()
              .configuration("stepwright.providers.openai.base-url", url)
              .configuration("stepwright.providers.openai.api-key", "none")
              .build();
      OneStep agent = new WiredOneStep(runtime);
      steps = (id, sum) -> agent.run(sum);
      closing = runtime;
    } else {
      steps = Client.valueOf(client).create(Flow.GUIDE, url);
    }
    if (steps.step(1, 7) != Values.of(1, 7)) {
      throw new IllegalStateException("A wrong answer.");
    }
  }

  /** Closes the client. */
  @TearDown
  public void tearDown() throws Exception {
    closing.close();
  }

  /** Makes one call. */
  @Benchmark
  public int call() throws InterruptedException {
    return steps.step(1, 7);
  }
}
