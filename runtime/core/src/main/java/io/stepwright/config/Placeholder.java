package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/** A part of a key that users choose. */
enum Placeholder {

  // An alias has no slash, so that "provider/name" can never be an alias.
  ALIAS("<alias>", '/', null),
  MODEL("<model>", ' ', null),
  PROVIDER("<name>", '/', null),
  SERVER("<server>", '/', null),
  STORE("<store>", '.', "redis");

  private static final String BLANKS = " \t\n\u000B\f\r";

  private final String text;
  private final char excluded;
  private final @Nullable String usual;

  Placeholder(String text, char excluded, @Nullable String usual) {
    this.text = text;
    this.excluded = excluded;
    this.usual = usual;
  }

  /** The placeholder as it is written in a key. */
  String text() {
    return text;
  }

  /** Tells whether a name is allowed: it is not empty and has neither blanks nor a separator. */
  boolean accepts(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == excluded || BLANKS.indexOf(c) >= 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The name for documentation and suggestions; null if it differs for every user. */
  @Nullable String usual() {
    return usual;
  }
}
