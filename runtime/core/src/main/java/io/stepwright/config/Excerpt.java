package io.stepwright.config;

/** Shortens texts of unknown length for messages. */
final class Excerpt {

  private static final int LONGEST = 100;

  private Excerpt() {}

  /** Returns the text, or its beginning if it is long. */
  static String of(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
