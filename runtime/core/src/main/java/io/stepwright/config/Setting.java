package io.stepwright.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting: its key, the reader of its text, its default and its documentation. Immutable.
 *
 * @param <T> the type of its value
 * @param key the key
 * @param reader reads the text
 * @param usual the default; null if there is none
 * @param shown the default in the documentation, in Markdown; empty if there is none
 * @param meaning the documentation, in Markdown
 */
record Setting<T>(
    SettingKey key, ValueReader<T> reader, @Nullable T usual, String shown, String meaning) {

  /** Creates a setting without a default. */
  static <T> Setting<T> of(String key, ValueReader<T> reader, String meaning) {
    return new Setting<>(SettingKey.of(key), reader, null, "", meaning);
  }

  /** Returns a copy with a default, given as a user would write it. */
  Setting<T> usually(String text) {
    return new Setting<>(key, reader, reader.read(key.text(), text), "`" + text + "`", meaning);
  }

  /** Returns a copy without a default, with a text for the documentation. */
  Setting<T> otherwise(String words) {
    return new Setting<>(key, reader, null, words, meaning);
  }

  /**
   * Returns the configured value, or else the default; null if there is neither.
   *
   * @throws ConfigurationException if the value is wrong
   */
  @Nullable T find(Sources sources) {
    return at(key.text(), sources);
  }

  /**
   * Returns the configured value for a name, or else the default; null if there is neither.
   *
   * @throws ConfigurationException if the value is wrong
   */
  @Nullable T find(Sources sources, String name) {
    return at(key.with(name), sources);
  }

  private @Nullable T at(String where, Sources sources) {
    String text = sources.find(where);
    try {
      return text == null ? usual : reader.read(where, text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(List.of(String.valueOf(e.getMessage())));
    }
  }
}
