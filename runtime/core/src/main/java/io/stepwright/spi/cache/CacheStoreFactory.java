package io.stepwright.spi.cache;

/** Makes stores of one kind. Found by {@link java.util.ServiceLoader}. */
public interface CacheStoreFactory {

  /** The value of {@code stepwright.cache.store} that selects this factory. */
  String name();

  /**
   * Makes a store without connecting to a server.
   *
   * @throws CacheConfigurationException if a setting is missing or wrong
   */
  CacheStore create(CacheStoreSettings settings) throws CacheConfigurationException;
}
