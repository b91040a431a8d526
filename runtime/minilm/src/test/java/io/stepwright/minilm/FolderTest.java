package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests folders that cannot be created, not even by an administrator, because they are below a
 * file.
 */
class FolderTest {

  @TempDir Path folder;

  private Path writable;
  private Path unwritable;

  @BeforeEach
  void makeFolders() throws Exception {
    writable = Files.createDirectory(folder.resolve("writable"));
    unwritable = Files.writeString(folder.resolve("file"), "").resolve("folder");
  }

  @Test
  void namesTheCacheFolder() throws Exception {
    assertThat(create(Map.of("DJL_CACHE_DIR", unwritable.toString())))
        .contains("has to be unpacked once into " + unwritable.resolve("tokenizers"))
        .contains("which cannot be written")
        .contains("set the system property or environment variable DJL_CACHE_DIR to another");
  }

  @Test
  void namesThePropertyThatDecides() throws Exception {
    assertThat(
            create(
                Map.of(
                    "DJL_CACHE_DIR", writable.toString(),
                    "ENGINE_CACHE_DIR", unwritable.toString())))
        .contains("unpacked once into " + unwritable.resolve("tokenizers"))
        .contains("ENGINE_CACHE_DIR to another");
  }

  @Test
  void namesTheFolderForTemporaryFiles() throws Exception {
    assertThat(
            create(
                Map.of(
                    "DJL_CACHE_DIR", writable.toString(), "java.io.tmpdir", unwritable.toString())))
        .containsSubsequence(
            "ONNX Runtime's native library has to be unpacked into " + unwritable,
            "set the system property java.io.tmpdir to another folder",
            // The second attempt has the same message.
            "ONNX Runtime's native library has to be unpacked into " + unwritable,
            "set the system property java.io.tmpdir to another folder");
  }

  @Test
  void leavesNoModelBehind() throws Exception {
    String output =
        create(Map.of("DJL_CACHE_DIR", writable.toString(), "java.io.tmpdir", writable.toString()));
    assertThat(output).contains("ready");
    assertThat(writable).isDirectoryNotContaining("glob:**.onnx");
  }

  private String create(Map<String, String> properties) throws Exception {
    return ChildProcess.run(Creation.class, properties, folder);
  }

  /** Runs in the other process. */
  static final class Creation {

    private Creation() {}

    public static void main(String[] arguments) {
      create();
      create();
    }

    private static void create() {
      try (Embedder embedder = Embedders.quantised()) {
        System.out.println("ready: " + embedder.id());
      } catch (CacheConfigurationException failure) {
        System.out.println(failure.getMessage());
      }
    }
  }
}
