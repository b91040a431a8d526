package io.stepwright.cache.guard;

import io.stepwright.cache.guard.Word.Shape;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of days, months and times relative to now. */
final class CalendarWords {

  private static final Map<String, String> DAYS =
      Lists.names(
          """
          monday = monday mondays mon
          tuesday = tuesday tuesdays tue tues
          wednesday = wednesday wednesdays wed weds
          thursday = thursday thursdays thu thur thurs
          friday = friday fridays fri
          saturday = saturday saturdays sat
          sunday = sunday sundays sun
          weekday = weekday weekdays
          weekend = weekend weekends
          today = today todays
          tonight = tonight tonights
          tomorrow = tomorrow tomorrows tmrw tomorow tommorow tommorrow
          yesterday = yesterday yesterdays
          morning = morning mornings
          afternoon = afternoon afternoons
          evening = evening evenings
          night = night nights overnight
          month:1 = january jan
          month:2 = february feb
          month:3 = march mar
          month:4 = april apr
          month:5 = may
          month:6 = june jun
          month:7 = july jul
          month:8 = august aug
          month:9 = september sep sept
          month:10 = october oct
          month:11 = november nov
          month:12 = december dec
          summer = summer summers
          winter = winter winters
          autumn = autumn autumns
          christmas = christmas xmas
          easter = easter
          halloween = halloween
          thanksgiving = thanksgiving
          ramadan = ramadan
          """);

  /** Words with another meaning, unless they have a capital letter or stand beside a date. */
  private static final Set<String> AMBIGUOUS = Lists.set("mon wed sat sun may march mar dec");

  private static final Set<String> BEFORE_DATES =
      Lists.set("in on by for since until till of from to next last this every each before after");

  private static final Map<String, String> RHYTHMS =
      Lists.names(
          """
          hour = hourly hour hours
          day = daily everyday day days
          night = nightly night
          week = weekly week weeks
          month = monthly month months
          quarter = quarterly quarter
          year = yearly annual annually annum year years
          """);

  private static final Map<String, String> SHIFTS =
      Lists.names(
          """
          next = next coming upcoming following
          last = last previous past
          this = this current
          same = same
          """);

  private static final Set<String> PERIODS =
      Lists.set("day week weekend month quarter year season term semester night century decade");

  private CalendarWords() {}

  /** Returns the day, month or time that the word at an index names, or null. */
  static @Nullable String at(Words words, int index) {
    return index < words.size() ? DAYS.get(words.text(index)) : null;
  }

  /** Tells whether the word at an index may have another meaning: march, may, sat. */
  static boolean isDoubtful(Words words, int index) {
    return AMBIGUOUS.contains(words.text(index)) && !isDate(words, index);
  }

  private static boolean isDate(Words words, int index) {
    Word word = words.at(index);
    if (word.shape() == Shape.CAPITAL && !word.startsSentence()) {
      return true;
    }
    boolean beside =
        isDayNumber(words, index - 1)
            || isDayNumber(words, index + 1)
            || (DAYS.containsKey(words.text(index - 1)) && words.at(index).joined());
    return beside || (!word.is("sun") && BEFORE_DATES.contains(words.text(index - 1)));
  }

  private static boolean isDayNumber(Words words, int index) {
    return index >= 0
        && index < words.size()
        && (words.at(index).startsWithDigit() || NumberWords.ordinal(words.text(index)) != null);
  }

  /** Tells whether the word is the name of a month, in any position. */
  static boolean isMonth(String word) {
    String name = DAYS.get(word);
    return name != null && name.startsWith("month:");
  }

  /** Tells whether a number is the day of a month: 3 May, the 3rd of May, May 3. */
  static boolean isBesideMonth(Words words, int number) {
    return isMonth(words.text(number + 1))
        || (words.text(number + 1).equals("of") && isMonth(words.text(number + 2)))
        || isMonth(words.text(number - 1))
        || (words.text(number - 1).equals("the") && isMonth(words.text(number - 2)));
  }

  /** Tells whether the word may name a day or a month, in any position. */
  static boolean mayBe(String word) {
    return DAYS.containsKey(word);
  }

  /**
   * Returns the frequency of an adverb such as "weekly" or a phrase such as "per week", or null.
   */
  static @Nullable String rhythm(Words words, int index) {
    String word = words.text(index);
    String rhythm = RHYTHMS.get(word);
    if (rhythm == null) {
      return null;
    }
    return switch (words.text(index - 1)) {
      case "a", "an", "per", "every", "each" -> rhythm;
      default ->
          word.endsWith("ly") || word.startsWith("ann") || word.equals("everyday") ? rhythm : null;
    };
  }

  /** Returns the period relative to now that two words such as "next week" name, or null. */
  static @Nullable String shift(Words words, int index) {
    String shift = SHIFTS.get(words.text(index));
    String period = words.text(index + 1);
    return shift != null && PERIODS.contains(period) ? shift + ":" + period : null;
  }

  /**
   * Returns the selection among days or months of one name, as in next Friday or last March; or
   * null.
   */
  static @Nullable String choice(Words words, int index) {
    String shift = SHIFTS.get(words.text(index));
    if (shift == null || shift.equals("this") || at(words, index + 1) == null) {
      return null; // "This Friday" is Friday.
    }
    return shift;
  }
}
