package io.stepwright.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/annotations.md} matches the Javadoc of the annotations. */
class AnnotationsPageTest {

  private static final Path SOURCES = Path.of("src/main/java/io/stepwright");
  private static final Path PAGE = Path.of("../../docs/annotations.md");
  private static final String HOW =
      "docs/annotations.md is not what the Javadoc of io.stepwright says. Refresh it with"
          + " mvn -pl runtime/core test -Dtest=AnnotationsPageTest -DupdateDocs=true";

  /** Writes the page if run with {@code -DupdateDocs=true}. */
  @Test
  void thePageIsUpToDate() throws IOException {
    String page = AnnotationsPage.of(sources());
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.exists(PAGE)).as(HOW).isTrue();
    assertThat(Files.readString(PAGE)).as(HOW).isEqualTo(page);
  }

  @Test
  void everyAnnotationHasASection() throws IOException {
    String page = AnnotationsPage.of(sources());
    for (Path source : sources()) {
      String type = source.getFileName().toString().replace(".java", "");
      boolean annotation = Files.readString(source).contains("public @interface " + type);
      assertThat(page).contains("\n## " + (annotation ? "@" : "") + type + "\n");
    }
    assertThat(page)
        .contains("[`@Model`](#model)", "- **`similarity`**: `double`, by default `1.0`.");
  }

  @Test
  void nothingOfJavadocsSyntaxIsLeft() throws IOException {
    String text =
        AnnotationsPage.of(sources()).replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
    assertThat(text).doesNotContain("{@", "<p>", "<pre>", "<li>", "&lt;", "@param");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }
}
