package io.stepwright.config;

/**
 * Reads the text of a setting.
 *
 * @param <T> the type of the value
 */
interface ValueReader<T> {

  /**
   * The value of a text.
   *
   * @param key where it is set, for the message
   * @throws IllegalArgumentException if the text is wrong; the message names the key, says what is
   *     wrong and what to write, and is what the user reads
   */
  T read(String key, String text);
}
