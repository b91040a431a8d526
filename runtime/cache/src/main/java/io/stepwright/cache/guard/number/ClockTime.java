package io.stepwright.cache.guard.number;

import java.math.BigDecimal;

/** Normalises times of day: 7pm, 7:00 p.m. and 19:00 become equal. */
public final class ClockTime {

  public static final String NOON = "time 720";
  public static final String MIDNIGHT = "time 0";

  private ClockTime() {}

  /**
   * Returns the normal form of a time of day.
   *
   * @param number hours, or hours and minutes
   * @param half "am", "pm" or empty
   */
  public static String of(String number, String half) {
    String[] parts = number.split(":", -1);
    int hours = part(parts[0]);
    int minutes = parts.length > 1 ? part(parts[1]) : 0;
    if (parts.length > 2 || hours < 0 || hours > 24 || minutes < 0 || minutes > 59) {
      return number + " " + half;
    }
    if (!half.isEmpty() && hours <= 12) {
      return "time " + ((hours % 12 + (half.equals("pm") ? 12 : 0)) * 60 + minutes);
    }
    // From 13 on, and with a leading zero, hours are counted from 0 to 24.
    if (hours > 12 || parts[0].startsWith("0")) {
      return "time " + (hours % 24 * 60 + minutes);
    }
    return number;
  }

  private static int part(String digits) {
    BigDecimal value = digits.length() > 2 ? null : Quantity.value(digits);
    return value == null ? -1 : value.intValue();
  }
}
