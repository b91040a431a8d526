package io.stepwright.minilm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.stepwright.spi.cache.CacheConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Loads an embedder from its parts, and tests it. */
final class EmbedderLoading {

  private EmbedderLoading() {}

  /** Returns the identifier of the embedder that {@link #load} makes. */
  static String id(ModelSource source) throws CacheConfigurationException {
    return "%s/onnxruntime-%s".formatted(source.name(), OnnxRuntimeVersion.get());
  }

  /**
   * Loads the source's model and tokenizer, on this thread.
   *
   * @throws java.util.concurrent.CancellationException if the JVM is ending, or the thread was
   *     interrupted
   */
  static MiniLmEmbedder load(String id, ModelSource source) throws CacheConfigurationException {
    OrtEnvironment environment = NativeLibraries.load();
    return source.withModel(
        file -> ShutdownDelay.during(() -> load(id, environment, source, file)));
  }

  private static MiniLmEmbedder load(
      String id, OrtEnvironment environment, ModelSource source, Path file)
      throws CacheConfigurationException {
    TextTokenizer tokenizer = tokenizer(source);
    try {
      return new MiniLmEmbedder(id, tokenizer, model(environment, source, file, tokenizer));
    } catch (CacheConfigurationException | RuntimeException failure) {
      tokenizer.close();
      throw failure;
    }
  }

  private static TextTokenizer tokenizer(ModelSource source) throws CacheConfigurationException {
    try (InputStream file = source.tokenizer()) {
      return TextTokenizer.read(file);
    } catch (IOException | RuntimeException failure) {
      throw new CacheConfigurationException(
          "The tokenizer of the embedder's model %s cannot be used; it has to be the model's"
                  .formatted(source.described())
              + " tokenizer.json: %s".formatted(failure.getMessage()),
          failure);
    }
  }

  private static OnnxModel model(
      OrtEnvironment environment, ModelSource source, Path file, TextTokenizer tokenizer)
      throws CacheConfigurationException {
    try {
      return OnnxModel.load(
          environment, file.toAbsolutePath(), tokenizer.whole("How do I cancel?"));
    } catch (OrtException | RuntimeException failure) {
      throw new CacheConfigurationException(
          "The embedder's model %s cannot be used: %s%s"
              .formatted(
                  source.described(),
                  failure instanceof OrtException ? "ONNX Runtime says: " : "",
                  failure.getMessage()),
          failure);
    }
  }
}
