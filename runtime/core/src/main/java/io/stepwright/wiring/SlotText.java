package io.stepwright.wiring;

import java.util.Locale;

/** Writes a scalar value of a slot as text, as a model would write it in an answer. */
final class SlotText {

  private SlotText() {}

  /** An enum constant by its name, a locale by its language tag, all others by their own text. */
  static String of(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Locale locale ? locale.toLanguageTag() : value.toString();
  }
}
