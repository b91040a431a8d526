package io.stepwright.spi;

/**
 * Thrown if settings of a provider are missing or wrong. The message says which, and how to set
 * them.
 */
public final class ProviderConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Makes an exception for settings that cannot be used. */
  public ProviderConfigurationException(String message) {
    super(message);
  }
}
