package io.stepwright.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The key of a setting, or the pattern of keys that differ in one name only. Immutable.
 *
 * @param text the key, with the placeholder if it has one
 * @param placeholder the placeholder of the name; null if there is none
 * @param prefix the part before the placeholder, or the whole key
 * @param suffix the part after the placeholder; empty if there is none
 */
record SettingKey(String text, @Nullable Placeholder placeholder, String prefix, String suffix) {

  /** Parses a key, which may contain a placeholder. */
  static SettingKey of(String text) {
    for (Placeholder placeholder : Placeholder.values()) {
      int start = text.indexOf(placeholder.text());
      if (start >= 0) {
        String before = text.substring(0, start);
        String after = text.substring(start + placeholder.text().length());
        return new SettingKey(text, placeholder, before, after);
      }
    }
    return new SettingKey(text, null, text, "");
  }

  /**
   * Returns the environment variable of a key: in upper case, with an underscore for every
   * character but letters and digits. If several keys have the same variable, it sets them all.
   */
  static String variable(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    StringBuilder variable = new StringBuilder(upper.length());
    for (int i = 0; i < upper.length(); i += Character.charCount(upper.codePointAt(i))) {
      char c = upper.charAt(i);
      variable.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
    }
    return variable.toString();
  }

  /** Tells whether a key is this one, with any name. */
  boolean matches(String key) {
    return placeholder == null
        ? key.equals(text)
        : encloses(prefix, suffix, key) && placeholder.accepts(nameIn(key));
  }

  /** Tells whether a variable is one of this key, with any name. */
  boolean matchesVariable(String variable) {
    return placeholder == null
        ? variable.equals(variable(text))
        : encloses(variable(prefix), variable(suffix), variable);
  }

  /** Tells whether a text has a beginning, an end, and something between them. */
  private static boolean encloses(String before, String after, String text) {
    return text.length() > before.length() + after.length()
        && text.startsWith(before)
        && text.endsWith(after);
  }

  /** Tells whether users choose a part of the key. */
  boolean isNamed() {
    return placeholder != null;
  }

  /** Tells whether the name is the rest of the key. */
  boolean endsInName() {
    return isNamed() && suffix.isEmpty();
  }

  /** Returns the key with a name in place of the placeholder. */
  String with(String name) {
    return prefix + name + suffix;
  }

  /** Returns the name in a key that {@link #matches}. */
  String nameIn(String key) {
    return key.substring(prefix.length(), key.length() - suffix.length());
  }

  /** Returns the key as most users write it; null if the name differs for every user. */
  @Nullable String usual() {
    if (placeholder == null) {
      return text;
    }
    return placeholder.usual() == null ? null : with(placeholder.usual());
  }
}
