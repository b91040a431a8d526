package io.stepwright.benchmarks.cold;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.stepwright.openaijava.OpenAiJavaClient;
import io.stepwright.runtime.AgentRuntime;

/** Asks through Stepwright over openai-java. */
public final class FirstSdkAnswer {

  private FirstSdkAnswer() {}

  /**
   * Asks and ends the JVM.
   *
   * @param arguments the base URL, and the number of answers
   */
  public static void main(String... arguments) {
    AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient(
                "openai",
                OpenAiJavaClient.of(
                    OpenAIOkHttpClient.builder().baseUrl(arguments[0]).apiKey("none").build()))
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
