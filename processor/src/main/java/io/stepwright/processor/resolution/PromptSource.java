package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message, and where it stands: in an annotation, or in a file.
 *
 * @param text the text
 * @param place where the compiler can point to
 * @param file the file, or null for text in an annotation
 */
record PromptSource(String text, Place place, @Nullable InFile file) {

  /**
   * Where a text stands in a file.
   *
   * @param path the file
   * @param whole all that it holds
   * @param start where the text begins in it
   */
  record InFile(String path, String whole, int start) {}

  /**
   * Where an offset of the text is, for a message: {@code line 2 of the prompt} or {@code
   * a.md:3:12}.
   */
  String where(int offset) {
    if (file == null) {
      return String.format(Locale.ROOT, "line %d of the prompt", line(text, offset));
    }
    int inWhole = file.start() + offset;
    int column = inWhole - file.whole().lastIndexOf('\n', inWhole - 1);
    return String.format(Locale.ROOT, "%s:%d:%d", file.path(), line(file.whole(), inWhole), column);
  }

  /** The line of an offset in a file with a caret under it; empty for text in an annotation. */
  String excerpt(int offset) {
    if (file == null) {
      return "";
    }
    int inWhole = file.start() + offset;
    int lineStart = file.whole().lastIndexOf('\n', inWhole - 1) + 1;
    int lineEnd = file.whole().indexOf('\n', inWhole);
    String line = file.whole().substring(lineStart, lineEnd < 0 ? file.whole().length() : lineEnd);
    return "\n    " + line.stripTrailing() + "\n    " + " ".repeat(inWhole - lineStart) + "^";
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
