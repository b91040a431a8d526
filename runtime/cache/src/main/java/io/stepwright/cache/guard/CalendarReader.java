package io.stepwright.cache.guard;

/** Reads days, months and times relative to now. */
final class CalendarReader {

  private CalendarReader() {}

  /** Reads the expression at an index. Returns the number of its words, 0 if there is none. */
  static int read(Words words, int at, AmountList amounts) {
    String shift = CalendarWords.shift(words, at);
    if (shift != null && isYear(words, at + 1)) {
      return 2; // "This year 2031" is 2031.
    }
    if (shift != null) {
      amounts.state(shift);
      return 2;
    }
    String rhythm = CalendarWords.rhythm(words, at);
    if (rhythm != null) {
      amounts.repeat(rhythm);
    }
    String choice = CalendarWords.choice(words, at);
    if (choice != null) {
      amounts.state(choice);
      return 1;
    }
    String name = CalendarWords.at(words, at);
    if (name != null) {
      return readDay(words, at, name, amounts);
    }
    switch (words.text(at)) {
      case "noon", "midday" -> amounts.state(ClockTime.NOON);
      case "midnight" -> amounts.state(ClockTime.MIDNIGHT);
      default -> {
        return 0;
      }
    }
    return 1;
  }

  private static boolean isYear(Words words, int at) {
    String next = words.text(at + 1);
    return words.text(at).equals("year")
        && next.length() == 4
        && words.at(at + 1).startsWithDigit();
  }

  private static int readDay(Words words, int at, String name, AmountList amounts) {
    if (isGreeting(words, at)) {
      return 1;
    }
    if (CalendarWords.isDoubtful(words, at)) {
      amounts.mention(name);
      return 1;
    }
    if (name.equals("monday") && isUntilFriday(words, at)) {
      amounts.state("weekday");
      return words.at(at + 1).joined() ? 2 : 3;
    }
    boolean evening = name.equals("evening") && words.text(at - 1).equals("this");
    amounts.state(evening ? "tonight" : name);
    return 1;
  }

  private static boolean isUntilFriday(Words words, int monday) {
    return switch (words.text(monday + 1)) {
      case "to", "till", "until", "through", "thru" -> isFriday(words, monday + 2);
      default -> isFriday(words, monday + 1) && words.at(monday + 1).joined();
    };
  }

  private static boolean isFriday(Words words, int at) {
    return "friday".equals(CalendarWords.at(words, at));
  }

  /** Tells whether a word belongs to a greeting: "Good morning!" names no time. */
  private static boolean isGreeting(Words words, int at) {
    boolean ends = at + 1 < words.size() && words.at(at + 1).afterPunctuation();
    return ends && (at == 0 || (at < 3 && words.text(at - 1).equals("good")));
  }

  /**
   * Reads a date such as 2024-05-03, whose month is equal to a named one. Returns the number of its
   * words, 0 if there is none.
   */
  static int readDate(Words words, int at, AmountList amounts) {
    if (words.text(at).length() != 4 || at + 2 >= words.size()) {
      return 0;
    }
    Word month = words.at(at + 1);
    Word day = words.at(at + 2);
    if (!isPart(month) || !isPart(day)) {
      return 0;
    }
    amounts.state(words.text(at));
    amounts.state("month:" + Numeral.of(month.text()).number());
    amounts.state(Numeral.of(day.text()).number());
    return 3;
  }

  private static boolean isPart(Word word) {
    return word.joined() && word.text().length() == 2 && word.startsWithDigit();
  }
}
