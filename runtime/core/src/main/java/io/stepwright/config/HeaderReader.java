package io.stepwright.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the headers of a provider. Their values are secrets: no message quotes one. */
final class HeaderReader {

  private static final String EXAMPLE = "{\"X-Team\":\"search\"}";
  private static final int MOST_HEADERS = 32;
  private static final int LONGEST_VALUE = 8_192;

  /** A token of RFC 9110, bounded. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  /** Headers that the client or the HTTP protocol sets, in lower case. */
  private static final Set<String> OURS =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final String key;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Set<String> names = new TreeSet<>();

  private HeaderReader(String key) {
    this.key = key;
  }

  static Map<String, String> read(String key, String text) {
    HeaderReader reader = new HeaderReader(key);
    SettingJson.read(key, text, EXAMPLE, reader::header);
    return reader.headers;
  }

  private void header(String name, JsonParser value) throws IOException {
    if (headers.size() == MOST_HEADERS) {
      throw wrong("has more than " + MOST_HEADERS + " headers");
    }
    // An illegal name is not quoted: a value may have been written in its place.
    if (!NAME.matcher(name).matches()) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "has a header, number %d, whose name is not one to a hundred letters, digits and signs"
                  + " such as '-'",
              headers.size() + 1));
    }
    String folded = name.toLowerCase(Locale.ROOT);
    if (OURS.contains(folded)) {
      throw wrong("sets the header " + name + ", which the client sets itself: remove it");
    }
    if (!names.add(folded)) {
      throw wrong("sets the header " + name + " twice");
    }
    if (value.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong("has a value of the header " + name + " that is not a text in quotes");
    }
    String text = value.getText().strip();
    if (!isValue(text)) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "has a value of the header %s that is empty, longer than %d characters, or holds a line"
                  + " break or a letter outside ASCII",
              name,
              LONGEST_VALUE));
    }
    headers.put(name, text);
  }

  /** Tells whether a stripped text consists of visible ASCII, with blanks inside. */
  private static boolean isValue(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_VALUE
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private IllegalArgumentException wrong(String problem) {
    return SettingJson.wrong(key, problem, EXAMPLE);
  }
}
