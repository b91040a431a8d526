package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value at a parser. Each method leaves the parser at the end of the value, of whatever
 * type.
 */
final class Scalars {

  /** An unknown number of tokens. */
  static final long UNKNOWN = -1;

  private static final BigDecimal MOST_TOKENS = BigDecimal.valueOf(1_000_000_000);
  // More characters than a program uses for a number of tokens.
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_WORD = 256;

  private Scalars() {}

  /** Returns a string, or null for another type. */
  static @Nullable String string(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    parser.skipChildren();
    return null;
  }

  /**
   * Returns the whole text of a string, a number or a boolean, or null if it is blank or of another
   * type.
   */
  static @Nullable String anyString(JsonParser parser) throws IOException {
    if (!isAny(parser)) {
      return skipped(parser);
    }
    String text = parser.getText().strip();
    return text.isEmpty() ? null : text;
  }

  /** Returns the first 256 characters of a string, or null if it is blank or of another type. */
  static @Nullable String word(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_STRING ? start(parser) : skipped(parser);
  }

  /** Returns the first 256 characters of a string, a number or a boolean, or null. */
  static @Nullable String anyWord(JsonParser parser) throws IOException {
    return isAny(parser) ? start(parser) : skipped(parser);
  }

  private static boolean isAny(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return token.isScalarValue() && token != JsonToken.VALUE_NULL;
  }

  /** Tells whether a value is a string that is not blank, or a non-empty container. */
  static boolean isFull(JsonParser parser) throws IOException {
    if (!parser.currentToken().isStructStart()) {
      return parser.currentToken() == JsonToken.VALUE_STRING && !parser.getText().isBlank();
    }
    boolean any = false;
    while (!parser.nextToken().isStructEnd()) {
      any = true;
      parser.skipChildren();
    }
    return any;
  }

  private static @Nullable String skipped(JsonParser parser) throws IOException {
    parser.skipChildren();
    return null;
  }

  private static @Nullable String start(JsonParser parser) throws IOException {
    int length = Math.min(parser.getTextLength(), LONGEST_WORD);
    String word = new String(parser.getTextCharacters(), parser.getTextOffset(), length).strip();
    return word.isEmpty() ? null : word;
  }

  /** Returns a whole number from 0 to 10⁹, in any spelling, or {@link #UNKNOWN}. */
  static long tokens(JsonParser parser) throws IOException {
    if (!parser.currentToken().isNumeric() || parser.getTextLength() > LONGEST_NUMBER) {
      parser.skipChildren();
      return UNKNOWN;
    }
    BigDecimal number;
    try {
      number = new BigDecimal(parser.getText());
    } catch (NumberFormatException e) {
      // Such as NaN, or an exponent out of range.
      return UNKNOWN;
    }
    // Compared before the conversion: 1e999999999 would have very many digits.
    boolean whole =
        number.signum() >= 0
            && number.compareTo(MOST_TOKENS) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    return whole ? number.longValueExact() : UNKNOWN;
  }
}
