package io.stepwright.openai;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the API key out of what a server says. Immutable. */
final class Secrets {

  private static final String MASK = "***";
  // Shorter ones, such as the "none" of a server that needs no key, are parts of other words.
  private static final int LONG = 8;

  private final @Nullable Pattern key;

  /**
   * The secrets of one server.
   *
   * @param apiKey null if there is none
   */
  Secrets(@Nullable String apiKey) {
    this.key = apiKey == null ? null : pattern(apiKey);
  }

  private static Pattern pattern(String secret) {
    String quoted = Pattern.quote(secret);
    return Pattern.compile(
        secret.length() >= LONG ? quoted : "(?<![\\p{Alnum}_-])" + quoted + "(?![\\p{Alnum}_-])",
        Pattern.CASE_INSENSITIVE);
  }

  /** The text with a mask wherever the key stood. */
  @Nullable String masked(@Nullable String text) {
    return text == null || key == null
        ? text
        : key.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
  }
}
