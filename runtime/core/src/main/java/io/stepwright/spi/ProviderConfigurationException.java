package io.stepwright.spi;

/** A provider whose settings are missing or wrong. The message says which, and how to set them. */
public final class ProviderConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Settings that cannot be used. */
  public ProviderConfigurationException(String message) {
    super(message);
  }
}
