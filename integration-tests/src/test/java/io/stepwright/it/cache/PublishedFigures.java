package io.stepwright.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A documentation file with measured figures. Another processor computes slightly different
 * embeddings, so a pair or two may be on the other side of a threshold: the words have to be the
 * same, the figures nearly the same.
 */
final class PublishedFigures {

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private PublishedFigures() {}

  /** Checks the file, and writes it first with {@code -DupdateDocs=true}. */
  static void check(Path file, String content, double tolerance) throws IOException {
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(file, content);
    }
    String published = Files.readString(file);
    assertThat(words(published))
        .as(file + "; write it with -DupdateDocs=true")
        .isEqualTo(words(content));
    List<Double> figures = figures(published);
    List<Double> measured = figures(content);
    for (int i = 0; i < measured.size(); i++) {
      assertThat(Math.abs(figures.get(i) - measured.get(i)))
          .as("%s: figure %d, %s, is %s now", file, i, figures.get(i), measured.get(i))
          .isLessThanOrEqualTo(tolerance);
    }
  }

  private static String words(String text) {
    return NUMBER.matcher(text).replaceAll("0");
  }

  private static List<Double> figures(String text) {
    return NUMBER.matcher(text).results().map(found -> Double.valueOf(found.group())).toList();
  }
}
