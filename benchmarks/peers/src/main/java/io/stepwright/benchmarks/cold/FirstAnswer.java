package io.stepwright.benchmarks.cold;

import io.stepwright.runtime.AgentRuntime;

/** Asks through Stepwright and its own client, once or often. */
public final class FirstAnswer {

  private FirstAnswer() {}

  /**
   * Asks and ends the JVM.
   *
   * @param arguments the base URL, and the number of answers
   */
  public static void main(String... arguments) {
    AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", arguments[0])
            .configuration("stepwright.providers.openai.api-key", "none")
            .build();
    Triage agent = new WiredTriage(runtime);
    int sum = 0;
    for (int i = Integer.parseInt(arguments[1]); i > 0; i--) {
      sum += agent.triage(Bare.TICKET).urgency();
    }
    System.out.println(sum);
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }
}
