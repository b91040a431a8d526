package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderSettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelTest {

  @TempDir Path folder;

  private Path model;
  private Path tokenizer;

  @BeforeEach
  void copyFiles() throws Exception {
    // A model file may have any name, without ".onnx" at its end.
    model = copy(Weights.QUANTISED.modelResource(), "my model.bin");
    tokenizer = copy(Weights.QUANTISED.tokenizerResource(), "tokenizer.json");
  }

  @Test
  void givesTheVectorsOfTheSameModelFromTheClassPath() throws Exception {
    try (Embedder own = own();
        Embedder packaged = Embedders.quantised()) {
      assertThat(own.dimensions()).isEqualTo(384);
      for (String text : Texts.SHORT) {
        assertThat(own.embed(text).vector()).containsExactly(packaged.embed(text).vector());
      }
    }
    assertThat(model).exists();
  }

  @Test
  void isIdentifiedByContent() throws Exception {
    String id = id();
    assertThat(id).matches("onnx-[0-9a-f]{16}/onnxruntime-[0-9.]+");
    try (Embedder own = own()) {
      assertThat(own.id()).isEqualTo(id);
    }
    Path moved = Files.move(model, folder.resolve("moved.onnx"));
    model = moved;
    assertThat(id()).isEqualTo(id);

    Files.writeString(
        tokenizer,
        Files.readString(tokenizer).replace("\"lowercase\": true", "\"lowercase\": false"));
    String other = id();
    assertThat(other).isNotEqualTo(id);

    Files.write(model, new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(id()).isNotIn(id, other);
  }

  @Test
  void aFileThatIsNoModel() throws Exception {
    Files.writeString(model, "This is not a model.");
    assertThatThrownBy(this::own)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageStartingWith(
            "The embedder's model %s (stepwright.embedder.model) cannot be used: ", model)
        .hasMessageContaining("ONNX");
  }

  @Test
  void aFileThatIsNoTokenizer() throws Exception {
    Files.writeString(tokenizer, "{\"version\": 1}");
    assertThatThrownBy(this::own)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining(model + " (stepwright.embedder.model)")
        .hasMessageContaining("tokenizer.json");
  }

  @Test
  void aModelOfAnotherKind() throws Exception {
    Files.write(model, OnnxFiles.identity("pixels"));
    assertThatThrownBy(this::own)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("its inputs are [pixels], but an embedder has the input input_ids");

    Files.write(model, OnnxFiles.identity("input_ids"));
    assertThatThrownBy(this::own)
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("no output holds a vector of 32-bit numbers for each token");
  }

  private Embedder own() throws CacheConfigurationException {
    return Embedders.create(null, model.toString(), tokenizer.toString());
  }

  private String id() throws CacheConfigurationException {
    return new MiniLmEmbedderFactory()
        .id(new EmbedderSettings(null, model.toString(), tokenizer.toString()));
  }

  private Path copy(String resource, String name) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream content = UserModelTest.class.getResourceAsStream("/" + resource)) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
