package io.stepwright.examples.server;

import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server that answers: the one that the environment names, or a simulated one. */
public final class ModelServer implements AutoCloseable {

  private final double scale;
  private final @Nullable SimulatedModelServer simulated;

  private ModelServer(double scale, @Nullable SimulatedModelServer simulated) {
    this.scale = scale;
    this.simulated = simulated;
  }

  /**
   * Starts a simulated server, which answers at once, unless the environment names a real one.
   *
   * @param environment may have OPENAI_API_KEY and OPENAI_BASE_URL
   * @param scale by what the times of the script are multiplied, once it is slowed down
   */
  public static ModelServer start(Map<String, String> environment, double scale, Script script)
      throws IOException {
    boolean real =
        environment.containsKey("OPENAI_API_KEY") || environment.containsKey("OPENAI_BASE_URL");
    return new ModelServer(scale, real ? null : SimulatedModelServer.start(script));
  }

  /** Returns whether a real server is asked. */
  public boolean isReal() {
    return simulated == null;
  }

  /** A builder of runtimes whose models are all on this server. */
  public AgentRuntime.Builder runtime() {
    AgentRuntime.Builder builder = AgentRuntime.builder();
    return simulated == null
        ? builder
        : builder
            .configuration("stepwright.providers.openai.base-url", simulated.url())
            .configuration("stepwright.providers.ollama.base-url", simulated.url());
  }

  /** Lets a simulated server take its time from now on. */
  public void slowDown() {
    if (simulated != null) {
      simulated.takeTime(scale);
    }
  }

  /**
   * Tells the user who answers.
   *
   * @param real of a real server, after the words that name it
   * @param times a format of the times of a simulated one, with {@code %s} for the scale
   */
  public String describe(String real, String times) {
    return simulated == null
        ? "Asking the server that OPENAI_BASE_URL and OPENAI_API_KEY name, " + real
        : String.format(
            Locale.ROOT,
            """
            Neither OPENAI_API_KEY nor OPENAI_BASE_URL is set: a loopback server at %s
            simulates the answers. %s""",
            simulated.url(),
            String.format(Locale.ROOT, times, scale));
  }

  /** The number of tokens of a text: four characters are about one token of English. */
  public static int tokens(String text) {
    return Math.max(1, text.length() / 4);
  }

  @Override
  public void close() {
    if (simulated != null) {
      simulated.close();
    }
  }
}
