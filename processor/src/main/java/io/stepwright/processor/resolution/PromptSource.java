package io.stepwright.processor.resolution;

import io.stepwright.processor.diagnostics.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message with its position: in an annotation, or in a file.
 *
 * @param text the text
 * @param place the position that the compiler prints
 * @param file the position in a file, or null for text in an annotation
 */
record PromptSource(String text, Place place, @Nullable InFile file) {

  /**
   * The position of a text in a file.
   *
   * @param path the path of the file
   * @param whole the content of the file
   * @param start the offset at which the text begins in the file
   */
  record InFile(String path, String whole, int start) {}

  /**
   * Returns the position of an offset in the text, for a message: {@code line 2 of the prompt} or
   * {@code a.md:3:12}.
   */
  String where(int offset) {
    if (file == null) {
      return String.format(Locale.ROOT, "line %d of the prompt", line(text, offset));
    }
    int inWhole = file.start() + offset;
    int column = inWhole - file.whole().lastIndexOf('\n', inWhole - 1);
    return String.format(Locale.ROOT, "%s:%d:%d", file.path(), line(file.whole(), inWhole), column);
  }

  /**
   * Returns the file's line that contains an offset of the text, with a caret under it; empty for
   * text in an annotation.
   */
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
