package io.stepwright.config;

import java.util.List;

/**
 * Signals settings that cannot be used. The message lists every problem, and contains no secret.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception from problems, each a sentence that states the problem and the remedy. */
  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
