package io.stepwright.openai.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks the API key and other secrets in texts of a server. A secret is found in any case,
 * interspersed with invisible characters, and truncated: its beginning at the end of a text, and
 * more than half of it anywhere. Immutable.
 */
public final class Secrets {

  private static final String MASK = "***";
  // Shorter keys, such as the "none" of a server without keys, may be part of other words.
  private static final int LONG = 8;
  // The least number of characters that count as the beginning of a key.
  private static final int PIECE = 6;
  // Many times the length of any text that is shown, in characters.
  private static final int LONGEST = 16 * 1024;

  private static final List<String> SECRET_NAMES =
      List.of("key", "token", "secret", "sig", "password");

  private final List<String> secrets;

  private Secrets(List<String> secrets) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String secret : secrets) {
      if (!secret.isBlank()) {
        distinct.add(secret);
      }
    }
    this.secrets = List.copyOf(distinct);
  }

  /**
   * Makes the masking of one server's key.
   *
   * @param apiKey null if there is none
   */
  public Secrets(@Nullable String apiKey) {
    this(apiKey == null ? List.of() : List.of(apiKey));
  }

  /**
   * Makes the masking of a server's key, of the values of its headers, and of those of its query
   * that are secrets by their names.
   */
  static Secrets of(Endpoint endpoint) {
    List<String> secrets = new ArrayList<>();
    if (endpoint.apiKey() != null) {
      secrets.add(endpoint.apiKey());
    }
    if (!endpoint.extraHeaders().isEmpty()) {
      addAll(endpoint.extraHeaders().values(), secrets);
    }
    String query = endpoint.query();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = parameter.substring(0, Math.max(equals, 0)).toLowerCase(Locale.ROOT);
      if (SECRET_NAMES.stream().anyMatch(name::contains)) {
        secrets.add(parameter.substring(equals + 1));
      }
    }
    return new Secrets(secrets);
  }

  private static void addAll(Collection<String> values, List<String> secrets) {
    for (String value : values) {
      secrets.add(value);
      int blank = value.indexOf(' ');
      if (blank > 0 && blank == value.lastIndexOf(' ')) {
        // A server may quote the credentials without their scheme.
        secrets.add(value.substring(blank + 1));
      }
    }
  }

  /** Returns the first 16,384 characters of a text, with the secrets masked. */
  public String masked(String text) {
    if (secrets.isEmpty()) {
      return text;
    }
    int length = Math.min(text.length(), LONGEST);
    String beginning = text.substring(0, length);
    StringBuilder masked = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int end = i;
      for (String secret : secrets) {
        // Secrets may begin with the same characters.
        end = Math.max(end, end(beginning, i, secret));
      }
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
