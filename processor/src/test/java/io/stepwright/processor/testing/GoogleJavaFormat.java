package io.stepwright.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The formatter whose layout generated classes have. It runs in a separate process, once for all
 * files, because it needs packages of the compiler that the process of the tests does not export.
 */
public final class GoogleJavaFormat {

  private static final List<String> PACKAGES =
      List.of("api", "code", "file", "main", "parser", "tree", "util");

  private GoogleJavaFormat() {}

  /** Tells whether the version that formats this project runs on this JDK. */
  public static boolean isSupported() {
    return Runtime.version().feature() < 25;
  }

  /** Asserts that the formatter changes nothing: no line, no import, no margin of a text block. */
  public static void assertUnchanged(Map<String, String> sources) {
    assertThat(sources).isNotEmpty();
    Map<String, String> formatted = formatted(sources);
    sources.forEach((name, text) -> assertThat(formatted.get(name)).as(name).isEqualTo(text));
  }

  /** The classes that a compilation generated, by their paths. */
  public static Map<String, String> generated(Compiled compiled) {
    Map<String, String> sources = new TreeMap<>();
    for (String file : compiled.files()) {
      if (file.startsWith("generated/") && file.endsWith(".java")) {
        sources.put(file, compiled.file(file));
      }
    }
    return sources;
  }

  private static Map<String, String> formatted(Map<String, String> sources) {
    try {
      Path all = Files.createDirectories(Path.of("target", "formatted").toAbsolutePath());
      Path folder = Files.createTempDirectory(all, "test");
      Map<String, Path> files = new TreeMap<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve(files.size() + ".java");
        files.put(source.getKey(), Files.writeString(file, source.getValue()));
      }
      run(folder, files.values().stream().map(Path::toString).toList());
      Map<String, String> formatted = new TreeMap<>();
      for (Map.Entry<String, Path> file : files.entrySet()) {
        formatted.put(file.getKey(), Files.readString(file.getValue()));
      }
      return formatted;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void run(Path folder, List<String> files)
      throws IOException, InterruptedException {
    Path names = Files.write(folder.resolve("files"), files);
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of("-cp", System.getProperty("java.class.path")).forEach(command::add);
    for (String name : PACKAGES) {
      command.add("--add-exports");
      command.add("jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.add("com.google.googlejavaformat.java.Main");
    command.add("--replace");
    command.add("@" + names);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }
}
