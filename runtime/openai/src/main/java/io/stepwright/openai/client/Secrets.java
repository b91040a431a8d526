package io.stepwright.openai.client;

import org.jspecify.annotations.Nullable;

/**
 * Masks the API key in texts of a server. The key is found in any case, interspersed with invisible
 * characters, and truncated: its beginning at the end of a text, and more than half of it anywhere.
 * Immutable.
 */
public final class Secrets {

  private static final String MASK = "***";
  // Shorter keys, such as the "none" of a server without keys, may be part of other words.
  private static final int LONG = 8;
  // The least number of characters that count as the beginning of a key.
  private static final int PIECE = 6;
  // Many times the length of any text that is shown, in characters.
  private static final int LONGEST = 16 * 1024;

  private final @Nullable String key;

  /**
   * Makes the masking of one server's key.
   *
   * @param apiKey null if there is none
   */
  public Secrets(@Nullable String apiKey) {
    this.key = apiKey == null || apiKey.isBlank() ? null : apiKey;
  }

  /** Returns the first 16,384 characters of a text, with the key masked. */
  public String masked(String text) {
    return key == null ? text : masked(text, key);
  }

  private static String masked(String text, String key) {
    int length = Math.min(text.length(), LONGEST);
    String beginning = text.substring(0, length);
    StringBuilder masked = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int end = end(beginning, i, key);
      if (end == i) {
        masked.append(beginning.charAt(i));
        i++;
      } else {
        masked.append(MASK);
        i = end;
      }
    }
    return masked.toString();
  }

  /** Returns the end of the key that starts at an index, or the index if there is none. */
  private static int end(String text, int start, String key) {
    boolean isLong = key.length() >= LONG;
    int at = start;
    int end = start;
    int same = 0;
    while (at < text.length() && same < key.length()) {
      char c = text.charAt(at);
      if (Character.toLowerCase(c) == Character.toLowerCase(key.charAt(same))) {
        same++;
        end = at + 1;
      } else if (same == 0 || !isHidden(c, isLong)) {
        break;
      }
      at++;
    }
    boolean whole = same == key.length();
    if (!isLong) {
      return whole && isWord(text, start, end) ? end : start;
    }
    boolean cut = at == text.length() || 2 * same > key.length();
    return whole || (cut && same >= PIECE) ? end : start;
  }

  /** Tells whether a character may be interspersed in a key: keys consist of visible ASCII. */
  private static boolean isHidden(char c, boolean orBlank) {
    return c > '~' || c < ' ' || (orBlank && c == ' ');
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !isWordPart(text.charAt(start - 1)))
        && (end == text.length() || !isWordPart(text.charAt(end)));
  }

  private static boolean isWordPart(char c) {
    return c == '_'
        || c == '-'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
  }
}
