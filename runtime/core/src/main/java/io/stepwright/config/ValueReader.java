package io.stepwright.config;

/**
 * Reads the text of a setting.
 *
 * @param <T> the type of the value
 */
interface ValueReader<T> {

  /**
   * Parses a text.
   *
   * @param key the key or variable that is set, for the message
   * @throws IllegalArgumentException if the text is wrong; the message is shown to the user: it
   *     names the key, the problem and the allowed form
   */
  T read(String key, String text);
}
