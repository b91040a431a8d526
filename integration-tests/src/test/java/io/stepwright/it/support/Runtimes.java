package io.stepwright.it.support;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;

/** Runtimes as an application configures them. */
public final class Runtimes {

  /** A fake key. */
  public static final String KEY = "sk-canary-key-4711";

  private Runtimes() {}

  /** A runtime whose default provider is this server. */
  public static AgentRuntime of(ModelServer server) {
    return builder(server.baseUrl()).build();
  }

  /** A builder with the default provider at this URL. */
  public static AgentRuntime.Builder builder(String baseUrl) {
    return AgentRuntime.builder()
        .configuration("stepwright.providers.openai.base-url", baseUrl)
        .configuration("stepwright.providers.openai.api-key", KEY);
  }

  /** A runtime for agents without model steps. */
  public static AgentRuntime withoutModels() {
    return AgentRuntime.builder().build();
  }
}
