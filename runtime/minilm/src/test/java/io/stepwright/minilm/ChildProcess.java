package io.stepwright.minilm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a main class of the tests in a new JVM, because native libraries are loaded once per
 * process.
 */
final class ChildProcess {

  private static final long SECONDS = 60;
  private static final String DJL_ENGINE = "onnxruntime-engine-";

  private ChildProcess() {}

  /**
   * The end of a process.
   *
   * @param code its exit code
   * @param output its output, both streams together
   */
  record Ended(int code, String output) {}

  /**
   * Runs a main class with the class path of an application that adds this module; returns its
   * output, both streams together.
   */
  static String run(Class<?> main, Map<String, String> properties, Path folder)
      throws IOException, InterruptedException {
    return end(main, properties, folder).output();
  }

  /**
   * Runs a main class like {@link #run}, with arguments; returns the exit code, too. The folder is
   * its working directory.
   */
  static Ended end(Class<?> main, Map<String, String> properties, Path folder, String... arguments)
      throws IOException, InterruptedException {
    return end(main, properties, withoutDjlEngine(), folder, arguments);
  }

  private static String withoutDjlEngine() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(DJL_ENGINE))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Runs a main class like {@link #run}, for an application that also has DJL's engine for ONNX
   * models.
   */
  static String runWithDjlEngine(Class<?> main, Map<String, String> properties, Path folder)
      throws IOException, InterruptedException {
    return end(main, properties, System.getProperty("java.class.path"), folder).output();
  }

  private static Ended end(
      Class<?> main,
      Map<String, String> properties,
      String classPath,
      Path folder,
      String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The process is short, so optimised compilation would not pay off.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("OPT_OUT_TRACKING", "DJL_OFFLINE", "DJL_CACHE_DIR", "ENGINE_CACHE_DIR"));
    Process process = builder.start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It still runs after %d s.".formatted(SECONDS));
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
