package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON parsers for UTF-8 that accept numbers and names of any length and non-standard numbers,
 * which mostly occur in fields that are skipped. Skipped content is not kept: names are not
 * collected, and nesting uses no stack.
 */
final class LenientJson {

  /** Each open level takes some fifty bytes. */
  static final int MOST_LEVELS = 100_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // A table of all names would be filled by the server.
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

  /** Makes a parser of a body. The stream bounds its size. Bytes that are not UTF-8 fail. */
  static JsonParser parser(InputStream body) throws IOException {
    return parser(new Utf8Reader(body));
  }

  /** Makes a parser of a reader. */
  static JsonParser parser(Utf8Reader body) throws IOException {
    return FACTORY.createParser(body);
  }
}
