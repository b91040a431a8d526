package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The all-MiniLM-L6-v2 model from the class path. */
record PackagedModel(Weights weights, URL model, URL tokenizerFile) implements ModelSource {

  static PackagedModel of(Weights weights) throws CacheConfigurationException {
    URL model = resource(weights.modelResource());
    URL tokenizer = resource(weights.tokenizerResource());
    if (model == null || tokenizer == null) {
      throw new CacheConfigurationException(missing(weights), null);
    }
    return new PackagedModel(weights, model, tokenizer);
  }

  @Override
  public String name() {
    return "all-MiniLM-L6-v2/" + weights.setting;
  }

  @Override
  public String described() {
    return "all-MiniLM-L6-v2 (%s, from %s)".formatted(weights.setting, weights.artifact());
  }

  @Override
  public InputStream tokenizer() throws IOException {
    return open(tokenizerFile);
  }

  /** Uses a temporary file: read from a stream, fp32 would briefly need 200 MB of heap. */
  @Override
  public <T> T withModel(FileLoader<T> loader) throws CacheConfigurationException {
    Path file = null;
    try {
      file = Files.createTempFile("stepwright-", ".onnx");
      deleteOnExit(file);
      try (InputStream content = open(model)) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return loader.load(file);
    } catch (IOException failure) {
      throw NativeLibraries.temporaryFolder("The embedder's model", failure);
    } finally {
      delete(file);
    }
  }

  /** Deletes the file if the JVM ends meanwhile. */
  private static void deleteOnExit(Path file) {
    try {
      file.toFile().deleteOnExit();
    } catch (IllegalStateException tooLate) {
      throw new CancellationException("The JVM is ending.");
    }
  }

  private static void delete(@Nullable Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException heldOpen) {
      // Windows keeps the open file; it is deleted when the JVM ends.
    }
  }

  private static InputStream open(URL resource) throws IOException {
    var connection = resource.openConnection();
    // A cached jar would be shared with other code, and stay open.
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static @Nullable URL resource(String name) {
    URL ours = PackagedModel.class.getClassLoader().getResource(name);
    ClassLoader threads = Thread.currentThread().getContextClassLoader();
    return ours == null && threads != null ? threads.getResource(name) : ours;
  }

  private static String missing(Weights weights) {
    return "The %s weights of all-MiniLM-L6-v2 (stepwright.embedder.weights) are not on the class path."
            .formatted(weights.setting)
        + " Add the dependency %s, with all of its own dependencies excluded (*:*): only its data"
            .formatted(weights.artifact())
        + " is read.";
  }
}
