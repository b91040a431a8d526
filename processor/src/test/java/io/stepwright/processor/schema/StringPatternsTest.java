package io.stepwright.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringPatternsTest {

  /** Tests every day of four centuries, and every text of the same form that is not a day. */
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
    assertThat("2024-02-29T23:59:59+17:59").matches(StringPatterns.MOMENT_AND_OFFSET);
    assertThat(OffsetDateTime.parse("2024-02-29T23:59:59+17:59")).isNotNull();
    assertThat("2024-02-29T23:59:59+18:01").doesNotMatch(StringPatterns.MOMENT_AND_OFFSET);
    assertThat("2024-02-29T23:59:59").matches(StringPatterns.DATE_AND_TIME);
    assertThat("23:59:59.5").matches(StringPatterns.TIME_OF_DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/a?b=c&d=(e)",
        "mailto:ann@example.com",
        "urn:isbn:0451450523",
        "http://a:b@c:d/$,;!*'~=:/?/?",
        "x:a@b@c",
        "x://a@b@c"
      })
  void addressesCanBeParsed(String text) {
    assertThat(text).matches(StringPatterns.URI);
    assertThat(URI.create(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "a b:c", "x:%zz", "x:a#b#c", "x:[", "x:", "http:///a"})
  void whatMayBeNoAddressIsNotAllowed(String text) {
    assertThat(text).doesNotMatch(StringPatterns.URI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "zh-Hant-TW", "es-419", "sr-Latn"})
  void tagsOfLanguagesAreThoseOfTheJdk(String tag) {
    assertThat(tag).matches(StringPatterns.LANGUAGE_TAG);
    assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag);
  }
}
