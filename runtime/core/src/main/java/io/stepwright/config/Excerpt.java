package io.stepwright.config;

/** Texts of unknown length in messages. */
final class Excerpt {

  private static final int LONGEST = 100;

  private Excerpt() {}

  /** The text, or its beginning if it is long. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
