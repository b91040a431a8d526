package io.stepwright.processor.schema;

/**
 * Patterns of strings that always decode. Formats alone leave gaps: servers that know them allow
 * the thirtieth of February, others do not know them at all, and some models write digits without
 * end.
 */
final class StringPatterns {

  private static final String DAY_28 = "(0[1-9]|1[0-9]|2[0-8])";
  private static final String LEAP_CENTURY = "([02468][048]|[13579][26])00";
  private static final String LEAP_YEAR = "[0-9]{2}(0[48]|[2468][048]|[13579][26])";
  private static final String LONG_MONTHS =
      "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-" + DAY_28;
  private static final String DAY =
      "([0-9]{4}-(" + LONG_MONTHS + ")|(" + LEAP_YEAR + "|" + LEAP_CENTURY + ")-02-29)";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?";

  /** A date of the Gregorian calendar. */
  static final String DATE = "^" + DAY + "$";

  /** A moment in UTC. */
  static final String MOMENT = "^" + DAY + "T" + TIME + "Z$";

  /** A date and a time of day. */
  static final String DATE_AND_TIME = "^" + DAY + "T" + TIME + "$";

  /** A time of day. */
  static final String TIME_OF_DAY = "^" + TIME + "$";

  /** A moment with its offset. */
  static final String MOMENT_AND_OFFSET =
      "^" + DAY + "T" + TIME + "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])$";

  /** The code of a currency. Not each of that form is one. */
  static final String CURRENCY = "^[A-Z]{3}$";

  /** An absolute URI without escapes, such as an address of the web or of mail. */
  static final String URI =
      "^[a-z][a-z0-9+.-]{0,20}:(//)?[A-Za-z0-9][A-Za-z0-9/?@!$&'()*+,;=:._~-]{0,900}$";

  /** A language, perhaps with a script and a region. */
  static final String LANGUAGE_TAG = "^[a-z]{2}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

  /** A duration in hours, minutes and seconds. */
  static final String DURATION = "^PT([0-9]{1,6}H)?([0-9]{1,6}M)?[0-9]{1,9}S$";

  /** A decimal number. */
  static final String DECIMAL = "^-?[0-9]{1,18}(\\.[0-9]{1,9})?$";

  private StringPatterns() {}
}
