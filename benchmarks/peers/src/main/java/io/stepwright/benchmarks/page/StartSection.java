package io.stepwright.benchmarks.page;

import io.stepwright.benchmarks.result.Figures;
import io.stepwright.benchmarks.start.ColdStart.Starter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The section on the cold start of a JVM. */
final class StartSection extends Section {

  StartSection(Figures figures) {
    super(figures);
  }

  @Override
  String title() {
    return "Cold start";
  }

  @Override
  String body() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        From the start of the JVM to the first result of the guide's flow over a server that answers at once, and the classes loaded until then; with an archive of the application's classes
        (`-XX:ArchiveClassesAtExit`) and without. A step that is cached by meaning does not wait for its embedder, which is loaded beside it: its first look-ups find equal questions only.

        """);
    for (String jdk : figures.texts("jdk")) {
      Table table =
          new Table(
              "JDK " + jdk,
              "× by hand, java.net.http",
              "with an archive, ms",
              "without, ms",
              "classes");
      double base = of(jdk, Starter.JDK, "with").median("millis");
      for (Starter starter : Starter.values()) {
        double with = of(jdk, starter, "with").median("millis");
        double without = of(jdk, starter, "without").median("millis");
        if (!Double.isNaN(without)) {
          table.row(
              List.of(
                  starter.words(),
                  Table.ratio(with / base),
                  Table.number(with),
                  Table.number(without),
                  Table.number(of(jdk, starter, "without").median("classes"))));
        }
      }
      if (!table.isEmpty()) {
        text.append(table).append("\n");
      }
    }
    return text.append(firstAnswer()).append("\n").toString();
  }

  /** Returns the text on the first answer, whose figures {@code benchmarks/cold} prints. */
  private static String firstAnswer() {
    try (InputStream in =
        Objects.requireNonNull(StartSection.class.getResourceAsStream("cold.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Figures of(String jdk, Starter starter, String sharing) {
    return figures.where("jdk", jdk, "starter", starter.name(), "sharing", sharing);
  }
}
