package io.stepwright.openai;

import org.jspecify.annotations.Nullable;

/**
 * Masks the API key in what a server says. The key is found in any case, with characters in it that
 * a reader does not see, and cut: its beginning at the end of a text, and the larger half of it
 * anywhere. Immutable.
 */
final class Secrets {

  private static final String MASK = "***";
  // Shorter ones, such as the "none" of a server that needs no key, are parts of other words.
  private static final int LONG = 8;
  // The fewest characters that are taken for the beginning of a key.
  private static final int PIECE = 6;
  // Many times what is shown of a text in the end, in characters.
  private static final int LONGEST = 16 * 1024;

  private final @Nullable String key;

  /**
   * The secrets of one server.
   *
   * @param apiKey null if there is none
   */
  Secrets(@Nullable String apiKey) {
    this.key = apiKey == null || apiKey.isBlank() ? null : apiKey;
  }

  /** The first 16,384 characters of a text, with a mask wherever the key stood. */
  String masked(String text) {
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

  /** The end of the key that starts here, or the start if none does. */
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

  /** Whether a key may hide behind such characters: keys are made of visible ASCII. */
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
