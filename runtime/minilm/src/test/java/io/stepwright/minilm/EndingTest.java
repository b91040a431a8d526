package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.Embedder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM that ends while the embedder is being loaded ends as requested. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class EndingTest {

  private static final int TIMES = 2;
  private static final int TERMINATED = 128 + 15;

  @TempDir static Path natives;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "EXIT, NEVER",
    "EXIT, BEFORE",
    "EXIT, IN_HOOK",
    "RETURN, NEVER",
    "RETURN, BEFORE",
    "RETURN, IN_HOOK",
    "SIGNAL, NEVER",
    "SIGNAL, BEFORE",
    "SIGNAL, IN_HOOK"
  })
  void endsAsItWasTold(EndingProgram.How how, EndingProgram.Close close) throws Exception {
    for (int i = 0; i < TIMES; i++) {
      ChildProcess.Ended ended = end(how, close);
      assertThat(ended.code()).as(ended.output()).isEqualTo(expected(how));
      assertThat(ended.output()).doesNotContain("could not be loaded", "Exception");
      assertThat(folder).isDirectoryNotContaining("glob:**hs_err*");
      assertThat(folder).isDirectoryNotContaining("glob:**.onnx");
    }
  }

  /** Tests shutdown hooks that load or use the embedder. */
  @Test
  void nothingIsLoadedOrEmbeddedAnyMore() throws Exception {
    ChildProcess.Ended ended =
        ChildProcess.end(UseInHook.class, Map.of("DJL_CACHE_DIR", natives.toString()), folder);
    assertThat(ended.code()).as(ended.output()).isEqualTo(EndingProgram.ASKED);
    assertThat(ended.output())
        .contains(
            "a new one: java.util.concurrent.CancellationException: The JVM is ending.",
            "the old one: io.stepwright.spi.cache.EmbedderException: The JVM is ending",
            "closed");
  }

  /** Runs in the other process. */
  static final class UseInHook {

    private UseInHook() {}

    public static void main(String[] arguments) throws Exception {
      Embedder embedder = Embedders.quantised();
      embedder.embed("How do I cancel?");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> use(embedder)));
      System.exit(EndingProgram.ASKED);
    }

    private static void use(Embedder embedder) {
      // Hooks run concurrently, so this one may be the first of all.
      while (!JvmShutdown.hasBegun()) {
        Thread.onSpinWait();
      }
      say("a new one: ", Embedders::fp32);
      say("the old one: ", () -> embedder.embed("How do I cancel?"));
      embedder.close();
      System.out.println("closed");
    }

    private static void say(String what, Callable<?> work) {
      try {
        System.out.println(what + work.call());
      } catch (Exception failure) {
        System.out.println(what + failure);
      }
    }
  }

  private ChildProcess.Ended end(EndingProgram.How how, EndingProgram.Close close)
      throws Exception {
    Map<String, String> properties =
        Map.of(
            "DJL_CACHE_DIR", natives.toString(),
            "java.io.tmpdir", folder.toString());
    while (true) {
      ChildProcess.Ended ended =
          ChildProcess.end(
              EndingProgram.class, properties, folder, how.toString(), close.toString());
      if (ended.code() != EndingProgram.MISSED) {
        return ended;
      }
    }
  }

  private static int expected(EndingProgram.How how) {
    return switch (how) {
      case EXIT -> EndingProgram.ASKED;
      case RETURN -> 0;
      case SIGNAL -> TERMINATED;
    };
  }
}
