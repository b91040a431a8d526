package io.stepwright.spi;

/** Makes stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface CacheStoreFactory {

  /** What {@code stepwright.cache.store} is set to when this factory is meant. */
  String name();

  /**
   * Makes a store; it does not connect yet.
   *
   * @throws CacheConfigurationException if a setting is missing or wrong
   */
  CacheStore create(CacheStoreSettings settings) throws CacheConfigurationException;
}
