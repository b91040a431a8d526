package io.stepwright.wiring;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the values of slots, and writes scalar ones as text. */
final class SlotText {

  private SlotText() {}

  /**
   * Returns a value of a slot, or of a part of its path.
   *
   * @throws NullSlotException if it is null
   */
  static <T> T present(String path, @Nullable T value) {
    if (value == null) {
      throw new NullSlotException(path);
    }
    return value;
  }

  /**
   * Returns a value as text: an enum constant by its name, a locale by its language tag, others by
   * their {@code toString}.
   */
  static String of(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
  }

  /**
   * Returns a value as the text of a JSON string, in the form that the schemas of answers require:
   * times have seconds.
   */
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
