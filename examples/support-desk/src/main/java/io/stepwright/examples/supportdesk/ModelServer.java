package io.stepwright.examples.supportdesk;

import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.util.Locale;
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
      return builder.build();
    }
    simulated = SimulatedModelServer.start();
    return builder.configuration("stepwright.providers.openai.base-url", simulated.url()).build();
  }

  /** Makes a simulated server answer with delays from now on. */
  void slowDown() {
    if (simulated != null) {
      simulated.takeTime(scale);
    }
  }

  /** Returns a description of the server for the user. */
  String describe() {
    if (simulated == null) {
      return """
          Asking the server that OPENAI_BASE_URL and OPENAI_API_KEY name, some 20 times in all. Its
          answers differ each time, and so do the times and tokens below.""";
    }
    return String.format(
        Locale.ROOT,
        """
        Neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: a loopback server at %s
        simulates the answers. An answer begins after %d ms and takes %d ms for each token, times %s; a
        token is four characters. HTTP, threads, parsing and everything else are real.""",
        simulated.url(),
        SimulatedModelServer.MILLIS_TO_BEGIN,
        SimulatedModelServer.MILLIS_PER_TOKEN,
        scale);
  }

  @Override
  public void close() {
    if (simulated != null) {
      simulated.close();
    }
  }
}
