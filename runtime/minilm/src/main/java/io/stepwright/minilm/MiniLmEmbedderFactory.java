package io.stepwright.minilm;

import com.google.auto.service.AutoService;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;

/**
 * Makes the all-MiniLM-L6-v2 embedder, or one of the user's own ONNX model.
 *
 * <p>Settings: {@code stepwright.embedder.weights} is {@code quantised} (8 bits, the default) or
 * {@code fp32}, which needs the weights as a further dependency. Alternatively, {@code
 * stepwright.embedder.model} and {@code stepwright.embedder.tokenizer} are the paths of an ONNX
 * model and its {@code tokenizer.json}. Such a model takes {@code input_ids} and optionally {@code
 * attention_mask} and {@code token_type_ids}, and has an output of one vector per token.
 *
 * <p>Thread-safe. The first embedder of a process takes about half a second, most of it for loading
 * the native libraries.
 */
@AutoService(EmbedderFactory.class)
public final class MiniLmEmbedderFactory implements EmbedderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public MiniLmEmbedderFactory() {}

  /** Reads the files of a user's own model, as their content is the identifier. */
  @Override
  public String id(EmbedderSettings settings) throws CacheConfigurationException {
    return EmbedderLoading.id(ModelSource.of(settings));
  }

  /**
   * Loads the embedder on this thread, or returns a handle on a loaded one: a process has one
   * embedder per model, and the last one stays loaded when it is not used any more. Nothing is
   * loaded once the JVM has begun to end.
   */
  @Override
  public Embedder create(EmbedderSettings settings) throws CacheConfigurationException {
    ModelSource source = ModelSource.of(settings);
    String id = EmbedderLoading.id(source);
    return SharedEmbedders.OF_PROCESS.use(id, () -> EmbedderLoading.load(id, source));
  }
}
