package io.stepwright.wiring;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a scalar value of a slot as text. */
final class SlotText {

  private SlotText() {}

  /** An enum constant by its name, a locale by its language tag, all others by their own text. */
  static String of(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
  }

  /** The text of a value within JSON, as the schema of answers asks for it: times have seconds. */
  static String inJson(Object value) {
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    return value instanceof OffsetDateTime time
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
        : of(value);
  }
}
