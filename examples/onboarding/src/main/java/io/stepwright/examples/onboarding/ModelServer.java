package io.stepwright.examples.onboarding;

import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model server: the one that the environment names, or a simulated one. */
final class ModelServer implements AutoCloseable {

  private final Map<String, String> environment;
  private final double scale;
  private @Nullable SimulatedModelServer simulated;

  ModelServer(Map<String, String> environment, double scale) {
    this.environment = environment;
    this.scale = scale;
  }

  /** Returns whether the environment names a real server. */
  boolean isReal() {
    return environment.containsKey("OPENAI_API_KEY") || environment.containsKey("OPENAI_BASE_URL");
  }

  /** Starts a runtime that uses this server for all models. */
  AgentRuntime start() throws IOException {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    if (isReal()) {
      // One server answers all models, including the one that the properties file expects to be
      // local.
      return builder.configuration("stepwright.models.notes", "gpt-4o-mini").build();
    }
    simulated = SimulatedModelServer.start();
    return builder
        .configuration("stepwright.providers.openai.base-url", simulated.url())
        .configuration("stepwright.providers.ollama.base-url", simulated.url())
        .build();
  }

  /** Makes a simulated server take the times of the published guide. */
  void slowDown() {
    if (simulated != null) {
      simulated.takeTime(scale);
    }
  }

  /** Returns a description of the server for the user. */
  String describe() {
    if (simulated == null) {
      return """
          Asking the server that OPENAI_BASE_URL and OPENAI_API_KEY name, seven times in all. Its answers
          differ in length each time, and so do the times below.""";
    }
    return """
        Neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: a loopback server at %s
        simulates the answers. Its latencies are those of a published guide, times %s: intent 2.5 s,
        e-mail 3.0 s, CRM note 2.8 s. HTTP, threads, parsing and everything else are real."""
        .formatted(simulated.url(), scale);
  }

  @Override
  public void close() {
    if (simulated != null) {
      simulated.close();
    }
  }
}
