package io.stepwright.benchmarks.tools.side;

import io.stepwright.benchmarks.tools.desk.Resolution;
import io.stepwright.benchmarks.tools.desk.Shop;
import io.stepwright.runtime.AgentRuntime;

/** Stepwright with its defaults, time limits and retries included. */
final class StepwrightSupport implements Support {

  private final AgentRuntime runtime;
  private final Complaints agent;

  StepwrightSupport(String url, Shop shop) {
    this.runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", url)
            .configuration("stepwright.providers.openai.api-key", "none")
            .build();
    this.agent = new WiredComplaints(runtime, shop);
  }

  @Override
  public Resolution solve(String complaint) {
    return agent.solve(complaint);
  }

  @Override
  public void close() {
    runtime.close();
  }
}
