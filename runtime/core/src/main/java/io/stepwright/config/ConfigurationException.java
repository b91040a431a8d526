package io.stepwright.config;

import java.util.List;

/** Settings that cannot be used. The message lists every problem, and holds no secret. */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Problems, each a sentence that says what is wrong and what to do. */
  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
