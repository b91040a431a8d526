package io.stepwright.spi;

/** Makes model clients. Found by {@link java.util.ServiceLoader}. */
public interface ModelClientFactory {

  /** Returns true if this factory can make a client for a provider with these settings. */
  boolean supports(ProviderSettings settings);

  /**
   * Makes a client without connecting to the server.
   *
   * @throws ProviderConfigurationException if a setting is missing or wrong
   */
  ModelClient create(ProviderSettings settings) throws ProviderConfigurationException;
}
