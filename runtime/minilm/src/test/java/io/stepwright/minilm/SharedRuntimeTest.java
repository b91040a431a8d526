package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.stepwright.spi.cache.Embedder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process has one ONNX Runtime environment, set up by the library that is loaded first. */
class SharedRuntimeTest {

  @TempDir static Path folder;

  private static String alone;

  @BeforeAll
  static void embedAlone() throws Exception {
    alone = vector(ChildProcess.run(Alone.class, properties(), folder));
  }

  @Test
  void usesTheEnvironmentOfAnotherLibrary() throws Exception {
    String output = ChildProcess.run(AfterAnother.class, properties(), folder);
    assertThat(vector(output)).isEqualTo(alone);
    assertThat(output).contains("still the first: true");
  }

  @Test
  void usesAnEnvironmentWithThreadsForAll() throws Exception {
    String output = ChildProcess.run(AfterThreadsForAll.class, properties(), folder);
    assertThat(vector(output)).isEqualTo(alone);
  }

  @Test
  void doesNotNeedDjlsEngineEvenIfThatIsTooLate() throws Exception {
    String output = ChildProcess.runWithDjlEngine(AfterAnother.class, properties(), folder);
    assertThat(vector(output)).isEqualTo(alone);
  }

  @Test
  void worksBesideDjlsEngineInEitherOrder() throws Exception {
    String before = ChildProcess.runWithDjlEngine(BeforeDjl.class, properties(), folder);
    assertThat(vector(before)).isEqualTo(alone);
    assertThat(before).contains("DJL: OnnxRuntime");

    String after = ChildProcess.runWithDjlEngine(AfterDjl.class, properties(), folder);
    assertThat(vector(after)).isEqualTo(alone);
    assertThat(after).contains("DJL: OnnxRuntime");
  }

  private static Map<String, String> properties() {
    return Map.of("DJL_CACHE_DIR", folder.resolve("cache").toString());
  }

  /** Returns the line with the vector; the whole output if there is none, for the message. */
  private static String vector(String output) {
    return output.lines().filter(line -> line.startsWith("vector: 384")).findFirst().orElse(output);
  }

  private static void embed() throws Exception {
    try (Embedder embedder = Embedders.quantised()) {
      float[] vector = embedder.embed("How do I cancel my subscription?").vector();
      System.out.println("vector: " + vector.length + ", hash " + Arrays.hashCode(vector));
    }
  }

  private static void useDjl() {
    System.out.println("DJL: " + Engine.getEngine("OnnxRuntime").getEngineName());
  }

  /** Runs in another process, like the classes below. */
  static final class Alone {

    private Alone() {}

    public static void main(String[] arguments) throws Exception {
      embed();
      if (Engine.hasEngine("OnnxRuntime")) {
        throw new AssertionError("DJL's engine is on the class path.");
      }
    }
  }

  static final class AfterAnother {

    private AfterAnother() {}

    public static void main(String[] arguments) throws Exception {
      OrtEnvironment first = OrtEnvironment.getEnvironment();
      embed();
      System.out.println("still the first: " + (first == OrtEnvironment.getEnvironment()));
    }
  }

  static final class AfterThreadsForAll {

    private AfterThreadsForAll() {}

    public static void main(String[] arguments) throws Exception {
      try (OrtEnvironment.ThreadingOptions threads = new OrtEnvironment.ThreadingOptions()) {
        threads.setGlobalIntraOpNumThreads(2);
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "another", threads);
      }
      embed();
    }
  }

  static final class BeforeDjl {

    private BeforeDjl() {}

    public static void main(String[] arguments) throws Exception {
      embed();
      useDjl();
    }
  }

  static final class AfterDjl {

    private AfterDjl() {}

    public static void main(String[] arguments) throws Exception {
      useDjl();
      embed();
    }
  }
}
