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

/** Runs a main class of the tests in a fresh JVM: native libraries load once a process. */
final class ChildProcess {

  private static final long SECONDS = 60;
  private static final String DJL_ENGINE = "onnxruntime-engine-";

  private ChildProcess() {}

  /** What it wrote, to both streams. It has what an application has that adds this module. */
  static String run(Class<?> main, Map<String, String> properties, Path folder)
      throws IOException, InterruptedException {
    String path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(DJL_ENGINE))
            .collect(Collectors.joining(File.pathSeparator));
    return run(main, properties, path, folder);
  }

  /** Like {@link #run} for an application that has DJL's engine for ONNX models as well. */
  static String runWithDjlEngine(Class<?> main, Map<String, String> properties, Path folder)
      throws IOException, InterruptedException {
    return run(main, properties, System.getProperty("java.class.path"), folder);
  }

  private static String run(
      Class<?> main, Map<String, String> properties, String classPath, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, main.getName()));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
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
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
