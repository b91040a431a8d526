package io.stepwright.config;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a setting, or of all settings that differ in one name only. Immutable.
 *
 * @param text the key, with the placeholder if it has one
 * @param placeholder stands for the name; null if there is none
 * @param prefix the part before the placeholder, or the whole key
 * @param suffix the part after the placeholder; empty if there is none
 * @param keys matches the keys that are meant
 * @param variables matches the environment variables that are meant
 */
record SettingKey(
    String text,
    @Nullable Placeholder placeholder,
    String prefix,
    String suffix,
    Pattern keys,
    Pattern variables) {

  /** A key, in which a placeholder may stand. */
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
   * The environment variable of a key: upper case, everything but letters and digits becomes an
   * underscore. Several keys may have one variable; it sets them all.
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

  /** The key with a name. */
  String with(String name) {
    return prefix + name + suffix;
  }

  /** The name in a key that {@link #matches}. */
  String nameIn(String key) {
    return key.substring(prefix.length(), key.length() - suffix.length());
  }

  /** A key as users mostly write it; null if every user chooses a name. */
  @Nullable String usual() {
    if (placeholder == null) {
      return text;
    }
    return placeholder.usual() == null ? null : with(placeholder.usual());
  }
}
