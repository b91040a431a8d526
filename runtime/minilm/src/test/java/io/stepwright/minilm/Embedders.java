package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderSettings;

/** Creates embedders as a runtime does. */
final class Embedders {

  private Embedders() {}

  static Embedder quantised() throws CacheConfigurationException {
    return create(null, null, null);
  }

  static Embedder fp32() throws CacheConfigurationException {
    return create("fp32", null, null);
  }

  static Embedder create(String weights, String model, String tokenizer)
      throws CacheConfigurationException {
    return new MiniLmEmbedderFactory().create(new EmbedderSettings(weights, model, tokenizer));
  }
}
