package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.EmbedderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The source of a model and its tokenizer. */
interface ModelSource {

  /**
   * Returns the identifier of this model and tokenizer, independent of the library that runs them.
   */
  String name() throws CacheConfigurationException;

  /** Returns the description of the model for messages. */
  String described();

  /** Opens the tokenizer's file. The caller closes it. */
  InputStream tokenizer() throws IOException;

  /** Passes the model's file to a loader; the file may be deleted afterwards. */
  <T> T withModel(FileLoader<T> loader) throws CacheConfigurationException;

  /** Reads a model's file. */
  @FunctionalInterface
  interface FileLoader<T> {
    T load(Path file) throws CacheConfigurationException;
  }

  /**
   * Returns the source that the settings select.
   *
   * @throws CacheConfigurationException if they contradict each other, or a file is missing
   */
  static ModelSource of(EmbedderSettings settings) throws CacheConfigurationException {
    String model = settings.model();
    String tokenizer = settings.tokenizer();
    if (model == null && tokenizer == null) {
      return PackagedModel.of(Weights.of(settings.weights()));
    }
    if (model == null) {
      throw new CacheConfigurationException(
          "stepwright.embedder.tokenizer is set, and stepwright.embedder.model is not. Set it to"
              + " the path of the ONNX model that the tokenizer belongs to, or set neither.",
          null);
    }
    if (tokenizer == null) {
      throw new CacheConfigurationException(
          "stepwright.embedder.model is set, and stepwright.embedder.tokenizer is not. Set it to"
              + " the path of the model's tokenizer.json.",
          null);
    }
    if (settings.weights() != null) {
      throw new CacheConfigurationException(
          "Both stepwright.embedder.weights and stepwright.embedder.model are set. Weights are"
              + " chosen only for the model that comes as a dependency: remove one of the two.",
          null);
    }
    return UserModel.of(model, tokenizer);
  }
}
