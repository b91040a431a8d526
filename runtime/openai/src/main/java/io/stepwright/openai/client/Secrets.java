package io.stepwright.openai.client;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * more than half of it anywhere. Thread-safe.
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
      List.of("key", "token", "secret", "sig", "password", "auth", "credential");

  /** Words of 8 or more letters before credentials. */
  private static final Set<String> SCHEMES =
      Set.of("negotiate", "aws4-hmac-sha256", "scram-sha-1", "scram-sha-256");

  private static final int MOST_PARTS = 50;

  private volatile List<String> secrets;

  // Without method references, which would load more classes before a first call.
  private Secrets(Collection<String> secrets) {
    this.secrets = distinct(secrets);
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
    Secrets secrets = new Secrets(endpoint.apiKey());
    for (String value : endpoint.extraHeaders().values()) {
      secrets.addHeader(value);
    }
    String query = endpoint.query();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      secrets.addParameter(
          parameter.substring(0, Math.max(equals, 0)), parameter.substring(equals + 1));
    }
    return secrets;
  }

  /** Returns a copy, to which the secrets of one request can be added. */
  Secrets copy() {
    return new Secrets(secrets);
  }

  /** Adds a key or token. */
  public void add(String secret) {
    addAll(List.of(secret));
  }

  /** Adds the value of a header, and its longer parts: a server may quote them alone. */
  public void addHeader(String value) {
    List<String> parts = new ArrayList<>();
    parts.add(value);
    String[] words = value.strip().split("[\\s,;]+", MOST_PARTS);
    for (int i = 0; i < words.length && words.length > 1; i++) {
      String word = words[i];
      int equals = word.indexOf('=');
      String assigned = word.substring(equals + 1).replace("\"", "");
      if (i == 1 && words.length == 2) {
        parts.add(word); // The credentials after their scheme, of any length.
      }
      if (assigned.length() >= LONG && !SCHEMES.contains(word.toLowerCase(Locale.ROOT))) {
        parts.add(word);
        parts.add(assigned);
      }
    }
    addAll(parts);
  }

  /** Adds the value of a parameter of the query if its name is that of a secret. */
  public void addParameter(String name, String value) {
    String folded = decoded(name).toLowerCase(Locale.ROOT);
    if (SECRET_NAMES.stream().anyMatch(folded::contains)) {
      addAll(
          List.of(
              value,
              decoded(value),
              value.replace('+', ' '),
              decoded(value.replace("+", "%2B")),
              URLEncoder.encode(value, StandardCharsets.UTF_8),
              URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private synchronized void addAll(List<String> more) {
    List<String> all = new ArrayList<>(secrets);
    all.addAll(more);
    secrets = distinct(all);
  }

  private static List<String> distinct(Collection<String> secrets) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String secret : secrets) {
      if (!secret.isBlank()) {
        distinct.add(secret);
      }
    }
    return List.copyOf(distinct);
  }

  /** Returns the first 16,384 characters of a text, with the secrets masked. */
  public String masked(String text) {
    List<String> known = secrets;
    if (known.isEmpty()) {
      return text;
    }
    int length = Math.min(text.length(), LONGEST);
    String beginning = text.substring(0, length);
    StringBuilder masked = new StringBuilder(length);
    for (int i = 0; i < length; ) {
      int end = i;
      for (String secret : known) {
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
