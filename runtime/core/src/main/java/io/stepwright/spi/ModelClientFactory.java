package io.stepwright.spi;

/** Makes model clients; found by {@link java.util.ServiceLoader}. */
public interface ModelClientFactory {

  /** Whether this factory can make a client for a provider of these settings. */
  boolean supports(ProviderSettings settings);

  /**
   * Makes a client; it does not connect yet.
   *
   * @throws ProviderConfigurationException if a setting is missing or wrong
   */
  ModelClient create(ProviderSettings settings) throws ProviderConfigurationException;
}
