package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;

/**
 * Parsers of UTF-8 that take numbers and names of any length and numbers that JSON does not know,
 * because they mostly stand where nobody looks. They keep nothing of what is skipped: names are not
 * collected, and nesting costs no stack.
 */
final class LenientJson {

  /** A level costs some fifty bytes while it is open. */
  static final int MOST_LEVELS = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // A table of all names that ever came would be the server's to fill.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_LEVELS)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private LenientJson() {}

  /** A parser of a body, whose bounds are those of the stream. Bytes that are no UTF-8 fail. */
  static JsonParser parser(InputStream body) throws IOException {
    return parser(new Utf8Reader(body));
  }

  /** A parser of what a reader reads. */
  static JsonParser parser(Utf8Reader body) throws IOException {
    return FACTORY.createParser(body);
  }
}
