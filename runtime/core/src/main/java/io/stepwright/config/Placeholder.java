package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/** A name in a key that users choose. */
enum Placeholder {

  // An alias has no slash: then "provider/name" can never be one, and no alias leads to another.
  ALIAS("<alias>", "[^/\\s]+", null),
  MODEL("<model>", "\\S+", null),
  PROVIDER("<name>", "[^/\\s]+", null),
  STORE("<store>", "[^.\\s]+", "redis");

  private final String text;
  private final String pattern;
  private final @Nullable String usual;

  Placeholder(String text, String pattern, @Nullable String usual) {
    this.text = text;
    this.pattern = pattern;
    this.usual = usual;
  }

  /** The spelling in a key. */
  String text() {
    return text;
  }

  /** A regular expression of the names that may stand there. */
  String pattern() {
    return pattern;
  }

  /** The name that documentation and guesses show; null if every user has another one. */
  @Nullable String usual() {
    return usual;
  }
}
