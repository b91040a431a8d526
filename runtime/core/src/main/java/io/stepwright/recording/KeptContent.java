package io.stepwright.recording;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Truncates the texts of one run's model calls that a report keeps. Guarded by the recorder's lock.
 */
final class KeptContent {

  /** The maximum length of one text, in characters. */
  static final int MOST_OF_A_TEXT = 8_192;

  /** The maximum length of all texts of a run together, in characters. */
  static final int MOST_OF_A_RUN = 131_072;

  private int left = MOST_OF_A_RUN;

  /**
   * Returns the truncated texts of an attempt; each truncated text tells how many characters are
   * missing.
   */
  ModelContent of(ModelContent content) {
    ModelRequest.Rejected rejected = content.rejected();
    return new ModelContent(
        orNull(content.system()),
        cut(content.prompt()),
        rejected == null
            ? null
            : new ModelRequest.Rejected(cut(rejected.answer()), cut(rejected.complaint())),
        orNull(content.answer()));
  }

  private @Nullable String orNull(@Nullable String text) {
    return text == null ? null : cut(text);
  }

  private String cut(String text) {
    int kept = Math.min(text.length(), Math.min(MOST_OF_A_TEXT, left));
    if (kept > 0 && kept < text.length() && Character.isHighSurrogate(text.charAt(kept - 1))) {
      kept--;
    }
    left -= kept;
    return kept == text.length()
        ? text
        : text.substring(0, kept)
            + String.format(Locale.ROOT, "\u2026 (%,d characters left out)", text.length() - kept);
  }
}
