package io.stepwright.answer;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;

/** The embedder of a runtime, which is made when it is needed. Thread-safe. */
public interface StepEmbedder {

  /**
   * The identifier of the embedder, which need not be made for it.
   *
   * @throws CacheConfigurationException if there is none; the message says what to set or to add
   */
  String id() throws CacheConfigurationException;

  /**
   * Makes the embedder; may take a second. Called at most once.
   *
   * @throws CacheConfigurationException if it cannot be made; the message says what to set or to
   *     add
   */
  Embedder make() throws CacheConfigurationException;
}
