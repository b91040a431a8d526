package io.stepwright.openai.client;

import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes the first call of a process, and prints its value, or how late its deadline was. */
final class FirstCall {

  private static final AgentInfo AGENT = new AgentInfo("Counter", "Counter");
  private static final ModelStep<Integer> COUNT =
      ModelStep.json(
          AGENT, "count", "m", "{\"type\":\"object\"}", json -> json.field("value").asInt());
  private static final PromptText PROMPT = PromptText.of("How many {{what}}?");

  private FirstCall() {}

  /**
   * Makes the call.
   *
   * @param arguments the base URL of the server, the time limit of the run in milliseconds, and the
   *     number of threads that are busy meanwhile
   */
  public static void main(String... arguments) {
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      Thread busy = new Thread(FirstCall::spin);
      busy.setDaemon(true);
      busy.start();
    }
    Duration limit = Duration.ofMillis(Long.parseLong(arguments[1]));
    EntryPointInfo entry = EntryPointInfo.of(AGENT, "count").within(limit).step(COUNT);
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", arguments[0])
            .configuration("stepwright.providers.openai.api-key", "none")
            .build()) {
      var wiring = runtime.wiring(AGENT, COUNT);
      long start = System.nanoTime();
      try (Run run = wiring.start(entry)) {
        int value = run.call(COUNT, step -> step.ask(COUNT, PROMPT.with("what", "stars")));
        System.out.println("value " + run.result(value));
        System.out.flush();
        // The classes of the call are counted, not those that end a runtime and a process.
        Runtime.getRuntime().halt(0);
      } catch (AgentException e) {
        long late = System.nanoTime() - start - limit.toNanos();
        System.out.println(
            e.getClass().getSimpleName() + " " + TimeUnit.NANOSECONDS.toMillis(late));
      }
    }
    System.exit(0);
  }

  private static void spin() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
