package io.stepwright.engine.tool;

import io.stepwright.wiring.JsonEncoder;
import io.stepwright.wiring.JsonWriter;

/** Bounds the texts that models get from tools. */
final class ResultText {

  /** The maximum length in UTF-16 characters, the mark included. */
  static final int MOST_CHARACTERS = 8_000;

  static final String MARK = "… (cut at 8,000 characters)";

  private ResultText() {}

  /** Returns a value as JSON, which is cut like a text. Of a large value only so much is read. */
  static <T> String of(String name, T value, JsonEncoder<? super T> encoder) {
    return cut(JsonWriter.beginning(name, value, encoder, MOST_CHARACTERS + 1));
  }

  /** Returns a text that is cut with a mark if it is too long, not within a surrogate pair. */
  static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int kept = MOST_CHARACTERS - MARK.length();
    if (Character.isHighSurrogate(text.charAt(kept - 1))) {
      kept--;
    }
    return text.substring(0, kept) + MARK;
  }
}
