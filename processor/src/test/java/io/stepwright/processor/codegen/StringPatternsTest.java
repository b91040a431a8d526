package io.stepwright.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class StringPatternsTest {

  /** Every day of four centuries, and every text of that form that is no day. */
  @Test
  void datesAreThoseOfTheCalendar() {
    for (int year = 1800; year < 2201; year++) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String text = "%04d-%02d-%02d".formatted(year, month, day);
          assertThat(text.matches(StringPatterns.DATE)).as(text).isEqualTo(isDate(text));
        }
      }
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Test
  void whatTheOthersAllowCanBeParsed() {
    assertThat("2024-02-29T23:59:59.999999999Z").matches(StringPatterns.MOMENT);
    assertThat(OffsetDateTime.parse("2024-02-29T23:59:59.999999999Z")).isNotNull();
    assertThat("2024-02-29T24:00:00Z").doesNotMatch(StringPatterns.MOMENT);
    assertThat("PT999999H999999M999999999S").matches(StringPatterns.DURATION);
    assertThat(Duration.parse("PT999999H999999M999999999S")).isPositive();
    assertThat("PT").doesNotMatch(StringPatterns.DURATION);
    assertThat("-999999999999999999.999999999").matches(StringPatterns.DECIMAL);
    assertThat(new BigDecimal("-999999999999999999.999999999")).isNegative();
    assertThat("1.").doesNotMatch(StringPatterns.DECIMAL);
  }
}
