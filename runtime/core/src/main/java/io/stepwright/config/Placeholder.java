package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/** A part of a key that users choose. */
enum Placeholder {

  // An alias has no slash, so that "provider/name" can never be an alias.
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

  /** The placeholder as it is written in a key. */
  String text() {
    return text;
  }

  /** A regular expression for the names that are allowed. */
  String pattern() {
    return pattern;
  }

  /** The name for documentation and suggestions; null if it differs for every user. */
  @Nullable String usual() {
    return usual;
  }
}
