package io.stepwright.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model costs. Immutable.
 *
 * @param input the price of a million tokens of requests
 * @param output the price of a million tokens of answers
 */
public record Price(BigDecimal input, BigDecimal output) {

  private static final int MILLION = 6;
  private static final String NUMBER = "([0-9]{1,12}(?:\\.[0-9]{1,12})?)";
  private static final Pattern TEXT = Pattern.compile(NUMBER + "\\s{1,100}" + NUMBER);

  /**
   * Parses {@code 0.15 0.60}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Price parse(String text) {
    Matcher numbers = TEXT.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a price. Write the cost of a million input tokens and of a million output tokens: 0.15 0.60"
              .formatted(Excerpt.of(text)));
    }
    return new Price(new BigDecimal(numbers.group(1)), new BigDecimal(numbers.group(2)));
  }

  /** What so many tokens cost, exactly. */
  public BigDecimal of(long inputTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointLeft(MILLION);
  }
}
