package io.stepwright.processor.mcp;

import io.stepwright.descriptor.json.JsonPrinter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows texts of a lock file in messages: short, and without characters that change a terminal. */
final class Shown {

  private static final int LONGEST = 64;
  private static final int MOST = 12;

  private Shown() {}

  /** Returns a text in quotes, cut if it is long. */
  static String text(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    String quoted = JsonPrinter.quote(cut);
    StringBuilder shown = new StringBuilder("'");
    quoted
        .substring(1, quoted.length() - 1)
        .codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return shown.append("'").toString();
  }

  /** Returns the first of some texts in quotes. */
  static String texts(Collection<String> texts) {
    String shown = texts.stream().limit(MOST).map(Shown::text).collect(Collectors.joining(", "));
    return texts.size() > MOST
        ? String.format(Locale.ROOT, "%s and %d more", shown, texts.size() - MOST)
        : shown;
  }

  private static boolean isVisible(int c) {
    int type = Character.getType(c);
    return type != Character.FORMAT
        && type != Character.CONTROL
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
