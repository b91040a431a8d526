package io.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if an agent or a runtime cannot work as it is configured: a model has no client, a setting
 * is wrong, or the agent did not compile. The message lists every problem and its remedy.
 */
public final class AgentConfigurationException extends AgentException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception for a configuration that cannot be used.
   *
   * @param agent the agent's name, or null if the runtime itself is misconfigured
   * @param message the problem and its remedy
   */
  public AgentConfigurationException(@Nullable String agent, String message) {
    this(agent, null, message, null);
  }

  /** For the runtime. */
  public AgentConfigurationException(
      @Nullable String agent, @Nullable String step, String message, @Nullable Throwable cause) {
    super(agent, step, message, cause);
  }

  @Override
  public AgentException again(@Nullable Throwable cause) {
    return new AgentConfigurationException(agent(), step(), message(), cause);
  }
}
