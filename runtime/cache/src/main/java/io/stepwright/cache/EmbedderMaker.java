package io.stepwright.cache;

import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.spi.Embedder;

/** Makes the embedder, when it is needed. */
public interface EmbedderMaker {

  /**
   * Makes it, ready to be used; may take a second. Called at most once.
   *
   * @throws CacheConfigurationException if it cannot be made; the message says what to set or to
   *     add
   */
  Embedder make() throws CacheConfigurationException;
}
