package io.stepwright.config;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a setting, or the pattern of keys that differ in one name only. Immutable.
 *
 * @param text the key, with the placeholder if it has one
 * @param placeholder the placeholder of the name; null if there is none
 * @param prefix the part before the placeholder, or the whole key
 * @param suffix the part after the placeholder; empty if there is none
 * @param keys matches the keys of the setting
 * @param variables matches the environment variables of the setting
 */
record SettingKey(
    String text,
    @Nullable Placeholder placeholder,
    String prefix,
    String suffix,
    Pattern keys,
    Pattern variables) {

  /** Parses a key, which may contain a placeholder. */
  static SettingKey of(String text) {
    for (Placeholder placeholder : Placeholder.values()) {
      int start = text.indexOf(placeholder.text());
      if (start >= 0) {
        String before = text.substring(0, start);
        String after = text.substring(start + placeholder.text().length());
        return of(text, placeholder, before, after, placeholder.pattern(), ".+");
      }
    }
    return of(text, null, text, "", "", "");
  }

  private static SettingKey of(
      String text,
      @Nullable Placeholder placeholder,
      String before,
      String after,
      String inKey,
      String inVariable) {
    return new SettingKey(
        text,
        placeholder,
        before,
        after,
        Pattern.compile(Pattern.quote(before) + inKey + Pattern.quote(after)),
        Pattern.compile(variable(before) + inVariable + variable(after)));
  }

  /**
   * Returns the environment variable of a key: in upper case, with an underscore for every
   * character but letters and digits. If several keys have the same variable, it sets them all.
   */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** Tells whether a key is this one, with any name. */
  boolean matches(String key) {
    return keys.matcher(key).matches();
  }

  /** Tells whether a variable is one of this key, with any name. */
  boolean matchesVariable(String variable) {
    return variables.matcher(variable).matches();
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
