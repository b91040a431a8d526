package io.stepwright.examples.onboarding;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the source file of a generated class beside the folder of its class file. */
final class GeneratedSource {

  private GeneratedSource() {}

  static String of(Class<?> generated) {
    String file =
        "generated-sources/annotations/" + generated.getName().replace('.', '/') + ".java";
    try {
      Path classes = Path.of(generated.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path source = classes.resolveSibling(file);
      Path here = Path.of("").toAbsolutePath();
      Path shown = source.startsWith(here) ? here.relativize(source) : source;
      return Files.exists(source) ? shown.toString() : "target/" + file;
    } catch (URISyntaxException e) {
      return "target/" + file;
    }
  }
}
