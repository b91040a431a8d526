package io.stepwright.config;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Readers for the settings of requests to a provider. */
final class RequestReaders {

  private static final String BODY = "{\"seed\":7}";
  private static final int LONGEST_QUERY = 2_048;

  /** The characters of a query of RFC 3986, but letters, digits and the percent sign. */
  private static final String QUERY_SIGNS = "-._~!$&'()*+,;=:@/?";

  /** Fields that the client sets itself. */
  private static final Set<String> OURS =
      Set.of(
          "function_call",
          "functions",
          "messages",
          "model",
          "n",
          "response_format",
          "stream",
          "tool_choice",
          "tools");

  private RequestReaders() {}

  static Map<String, String> headers(String key, String text) {
    return HeaderReader.read(key, text);
  }

  /** Reads a query, which the message does not quote: it may hold a key. */
  static String query(String key, String text) {
    if (text.length() > LONGEST_QUERY || text.startsWith("?") || !isQuery(text)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is not a query of at most %d characters. Write name=value&name=value, without a"
                  + " question mark before it, and other characters than those of a URL as %%20.",
              Excerpt.of(key),
              LONGEST_QUERY));
    }
    return text;
  }

  private static boolean isQuery(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '%'
              && i + 2 < text.length()
              && isHex(text.charAt(i + 1))
              && isHex(text.charAt(i + 2));
      if (!escape && !isLetter(c) && !isDigit(c) && QUERY_SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Reads fields of requests, as a JSON object without white space. */
  static String body(String key, String text) {
    return SettingJson.compact(
        key,
        text,
        BODY,
        (name, value) -> {
          if (OURS.contains(name)) {
            throw SettingJson.wrong(
                key, "sets the field " + name + ", which is not to be set: remove it", null);
          }
        });
  }

  static StructuredOutput structuredOutput(String key, String text) {
    return constant(key, text, StructuredOutput.values());
  }

  static SchemaKeywords schemaKeywords(String key, String text) {
    return constant(key, text, SchemaKeywords.values());
  }

  static ResultWithTools resultWithTools(String key, String text) {
    return constant(key, text, ResultWithTools.values());
  }

  private static <E extends Enum<E>> E constant(String key, String text, E[] values) {
    for (E value : values) {
      if (name(value).equals(text)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "%s is '%s'. Write %s."
            .formatted(
                Excerpt.of(key),
                Excerpt.of(text),
                Stream.of(values).map(RequestReaders::name).collect(Collectors.joining(" or "))));
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
