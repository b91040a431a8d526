package io.stepwright.descriptor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The descriptors that the processor's tests pin. */
final class Goldens {

  private static final Path FOLDER = Path.of("../processor/src/test/resources/golden");

  private Goldens() {}

  static Stream<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String agent) throws IOException {
    return Files.readString(FOLDER.resolve(agent + ".json"));
  }
}
