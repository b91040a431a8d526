package io.stepwright.runtime;

import io.stepwright.engine.AgentWiring;
import io.stepwright.engine.Engine;
import io.stepwright.engine.StepRun;
import io.stepwright.engine.message.Messages;
import io.stepwright.engine.setup.RuntimeParts;
import io.stepwright.report.RunReportListener;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.NearMatchGuard;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The threads, model clients, time limits and cache that agents run with. One runtime serves any
 * number of agents. Thread-safe.
 *
 * <pre>{@code
 * AgentRuntime runtime = AgentRuntime.fromEnvironment();
 * Onboarding onboarding = new WiredOnboarding(runtime);
 * }</pre>
 */
public final class AgentRuntime implements AutoCloseable {

  private final Engine engine;

  AgentRuntime(Engine engine) {
    this.engine = engine;
  }

  /**
   * Makes a runtime configured by system properties, environment variables and {@code
   * stepwright.properties}.
   *
   * @throws AgentConfigurationException if a setting is unknown or wrong
   */
  public static AgentRuntime fromEnvironment() {
    return builder().build();
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Checks the configuration of an agent's steps and returns the agent's access to this runtime.
   * Called by the constructors of generated classes.
   *
   * @throws AgentConfigurationException if a model has no client or lacks a setting, or a cached
   *     step has no embedder; the message lists every problem
   */
  public Wiring wiring(AgentInfo agent, StepInfo... steps) {
    engine.models().check(agent, steps);
    return new AgentWiring(engine);
  }

  /** Returns the cached answers of this runtime's steps, for warm-up and manual eviction. */
  public AgentCache cache() {
    return new AgentCache(engine.models().cache());
  }

  /** Returns the conversations that are kept between requests. */
  public Conversations conversations() {
    return new Conversations(
        engine.conversations().store(),
        engine.configuration().conversationTurns(),
        engine.configuration().conversationCharacters());
  }

  Engine engine() {
    return engine;
  }

  /**
   * Refuses further runs, cancels those that still run, waits until they have ended, and closes the
   * clients that this runtime has made. Waits up to two seconds until listeners have received all
   * events, and up to ten seconds for an embedder that is being loaded; an embedder whose loading
   * has not begun is not loaded any more. Further calls have no effect.
   *
   * @throws IllegalStateException if a step of this runtime calls it
   */
  @Override
  public void close() {
    StepRun current = StepRun.insideOf(engine);
    if (current != null) {
      throw new IllegalStateException(
          "%s closes the AgentRuntime that it runs on. Close it outside of every step."
              .formatted(Messages.name(current.info())));
    }
    engine.close();
  }

  /** The settings of a runtime. No argument may be null. Not thread-safe. */
  public static final class Builder {

    private final RuntimeParts parts = new RuntimeParts();

    Builder() {}

    /** Sets a key of the configuration. It takes precedence over all other sources. */
    public Builder configuration(String key, String value) {
      parts.settings.put(
          Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Runs steps on an executor, which is not shut down with the runtime. Default: virtual threads.
     */
    public Builder executor(Executor executor) {
      parts.executor = Objects.requireNonNull(executor, "executor");
      return this;
    }

    /** Uses a client for a provider. It is not closed with the runtime. */
    public Builder modelClient(String provider, ModelClient client) {
      parts.clients.put(
          Objects.requireNonNull(provider, "provider"),
          Objects.requireNonNull(
              client, () -> "the model client of provider '%s' is null".formatted(provider)));
      return this;
    }

    /**
     * Compares texts by meaning with an embedder, in place of the one that {@link
     * java.util.ServiceLoader} finds. It is not closed with the runtime.
     */
    public Builder embedder(Embedder embedder) {
      parts.embedder = Objects.requireNonNull(embedder, "embedder");
      return this;
    }

    /**
     * Caches answers in a store, whatever {@code stepwright.cache.store} says. It is not closed
     * with the runtime.
     */
    public Builder cacheStore(CacheStore store) {
      parts.cacheStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Keeps conversations in a store, whatever {@code stepwright.conversations.store} says. It is
     * not closed with the runtime.
     */
    public Builder conversationStore(ConversationStore store) {
      parts.conversationStore = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * Adds a guard to every step that is cached by meaning, besides those that its annotation names
     * and those found by {@link java.util.ServiceLoader}.
     */
    public Builder nearMatchGuard(NearMatchGuard guard) {
      parts.guards.add(Objects.requireNonNull(guard, "guard"));
      return this;
    }

    /**
     * Adds a listener to those found by {@link java.util.ServiceLoader}. No further listener of its
     * class is loaded.
     */
    public Builder listener(RunListener listener) {
      parts.listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Adds a listener that receives the report of each run once it has ended; all runs are recorded
     * then. It is closed with the runtime.
     */
    public Builder reportListener(RunReportListener listener) {
      parts.reportListeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Adds a context propagator to those found by {@link java.util.ServiceLoader}. No further
     * propagator of its class is loaded.
     */
    public Builder contextPropagator(ContextPropagator propagator) {
      parts.propagators.add(Objects.requireNonNull(propagator, "propagator"));
      return this;
    }

    /** Decides about calls of tools that need an approval. Default: every call is refused. */
    public Builder approvals(Approvals approvals) {
      parts.approvals = Objects.requireNonNull(approvals, "approvals");
      return this;
    }

    /**
     * Makes the runtime.
     *
     * @throws AgentConfigurationException if a setting is unknown or wrong; the message lists every
     *     problem
     */
    public AgentRuntime build() {
      return new AgentRuntime(parts.engine());
    }

    RuntimeParts parts() {
      return parts;
    }
  }
}
