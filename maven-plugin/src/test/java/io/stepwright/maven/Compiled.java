package io.stepwright.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles sources with the JDK that runs the tests. */
public final class Compiled {

  /** Source of an annotation with the name and retention of Stepwright's. */
  public static final String AGENT =
      "package io.stepwright; public @interface Agent { String name() default \"\"; }";

  private Compiled() {}

  /**
   * Compiles sources.
   *
   * @param folder an empty folder
   * @param sources pairs of a path and its text
   * @return the folder of the classes
   */
  public static Path in(Path folder, String... sources) throws IOException {
    Path classes = folder.resolve("classes");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    for (int i = 0; i < sources.length; i += 2) {
      Path file = folder.resolve("sources").resolve(sources[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, sources[i + 1]);
      arguments.add(file.toString());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    return classes;
  }
}
