package io.stepwright.cache;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;

/** Makes the embedder on demand. */
public interface EmbedderMaker {

  /**
   * Makes an embedder that is ready for use; may take a second. Called at most once.
   *
   * @throws CacheConfigurationException if it cannot be made; the message says what to set or to
   *     add
   */
  Embedder make() throws CacheConfigurationException;
}
