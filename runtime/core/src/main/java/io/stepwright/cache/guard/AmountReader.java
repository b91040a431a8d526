package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of a text, from left to right. */
final class AmountReader {

  private final Words words;
  private final List<String> stated = new ArrayList<>();
  private final List<String> casual = new ArrayList<>();
  private final Set<String> rhythms = new HashSet<>();
  private boolean article;
  private int at;

  private AmountReader(Words words) {
    this.words = words;
  }

  static Amounts read(Words words) {
    AmountReader reader = new AmountReader(words);
    while (reader.at < words.size()) {
      reader.step();
    }
    return new Amounts(reader.stated, reader.casual, reader.rhythms, reader.article);
  }

  private void step() {
    Word word = words.at(at);
    if (word.startsWithDigit()) {
      readNumeral(Numeral.of(word.text()));
    } else if (word.hasDigit()) {
      readDigitsInside(word.text());
      at++;
    } else if (!readSpelled() && !readFraction() && !readCalendar()) {
      readCasual();
      at++;
    }
  }

  private void readNumeral(Numeral numeral) {
    int start = at++;
    if (isDate(start, numeral)) {
      return;
    }
    if (numeral.isOrdinal()) {
      stated.add(isBesideMonth(start) ? numeral.number() : "th:" + numeral.number());
      return;
    }
    String number = plusFraction(fraction(numeral.number()));
    if (numeral.ending().isEmpty()) {
      finish(start, number, numeral.isTime());
      return;
    }
    String currency = currencyBefore(start);
    switch (numeral.ending()) {
      case "k" -> addScaled(start, number, 1_000, currency);
      case "bn" -> addScaled(start, number, 1_000_000_000, currency);
      case "m", "mn" -> {
        if (currency == null) {
          add(start, number, "m");
        } else {
          addScaled(start, number, 1_000_000, currency);
        }
      }
      case "am", "pm" -> stated.add(ClockTime.of(number, numeral.ending()));
      case "p" -> add(start, number, "penny");
      default -> {
        String unit = Units.of(numeral.ending());
        if (unit == null && numeral.ending().equals("in")) {
          unit = "inch";
        }
        add(start, number, unit);
      }
    }
  }

  private void addScaled(int start, String number, long factor, @Nullable String currency) {
    String scaled = Quantity.times(number, factor);
    if (currency != null) {
      stated.add(Quantity.of(scaled, currency));
    } else {
      finish(start, scaled, false);
    }
  }

  /** A number whose unit may follow as a word of its own. */
  private void finish(int start, String number, boolean time) {
    String value = number;
    Long scale = NumberWords.scale(words.text(at));
    while (scale != null) {
      value = Quantity.times(value, scale);
      at++;
      scale = NumberWords.scale(words.text(at));
    }
    if (words.text(at).equals("oclock")) {
      at++;
    }
    String half = DayHalf.at(words, at);
    if (!half.isEmpty()) {
      at += DayHalf.length(words, at);
      stated.add(ClockTime.of(value, half));
      return;
    }
    if (time) {
      stated.add(ClockTime.of(value, ""));
      return;
    }
    String currency = currencyBefore(start);
    if (currency != null) {
      stated.add(Quantity.of(value, currency));
      return;
    }
    add(start, value, unitAfter());
  }

  private void add(int start, String number, @Nullable String unit) {
    String value = number;
    if (unit != null
        && words.text(at).equals("and")
        && words.text(at + 1).equals("a")
        && words.text(at + 2).equals("half")) {
      value = Quantity.plus(number, "0.5");
      at += 3;
    }
    if ("year".equals(unit) && isAge()) {
      stated.add(value);
      return;
    }
    String amount = Quantity.of(value, unit == null ? currencyBefore(start) : unit);
    stated.add(amount);
  }

  /** "18 years old" says the same as "18" at the same place. */
  private boolean isAge() {
    boolean old = words.text(at).equals("old") || words.text(at).equals("olds");
    return old || words.text(at).equals("of") && words.text(at + 1).equals("age");
  }

  private @Nullable String unitAfter() {
    String next = words.text(at);
    if (next.equals("per") && words.text(at + 1).equals("cent")) {
      at += 2;
      return "%";
    }
    String sign = Units.sign(next);
    if (sign != null && !isNumber(at + 1)) {
      at++;
      return sign;
    }
    String unit = Units.apart(next);
    if (unit == null) {
      return null;
    }
    at++;
    if (unit.equals("gbp") && next.startsWith("pound") && words.text(at).equals("of")) {
      return "lb";
    }
    if (unit.equals("°")) {
      String scale = words.text(at);
      if (scale.equals("c")
          || scale.equals("f")
          || scale.equals("celsius")
          || scale.equals("fahrenheit")
          || scale.equals("centigrade")) {
        at++;
        return scale.startsWith("f") ? "f" : "c";
      }
    }
    return unit;
  }

  private boolean isNumber(int index) {
    return index < words.size() && words.at(index).startsWithDigit();
  }

  private @Nullable String currencyBefore(int start) {
    String before = words.text(start - 1);
    String sign = Units.sign(before);
    if (sign == null) {
      return before.length() == 3 ? Units.currency(before) : null;
    }
    String prefixed = Units.currency(words.text(start - 2) + before);
    return prefixed == null ? sign : prefixed;
  }

  private static String fraction(String number) {
    return switch (number) {
      case "1/2" -> "0.5";
      case "1/4" -> "0.25";
      case "3/4" -> "0.75";
      default -> number;
    };
  }

  /** One and a half, 1 1/2. */
  private String plusFraction(String number) {
    if (Quantity.value(number) == null || number.indexOf('.') >= 0) {
      return number;
    }
    String next = words.text(at);
    if (next.indexOf('/') > 0 && !fraction(next).equals(next)) {
      at++;
      return Quantity.plus(number, fraction(next));
    }
    if (next.equals("and") && words.text(at + 1).equals("a") && words.text(at + 2).equals("half")) {
      at += 3;
      return Quantity.plus(number, "0.5");
    }
    return number;
  }

  /** A date as in 2024-05-03: its month is the same as one that is named. */
  private boolean isDate(int start, Numeral year) {
    if (year.number().length() != 4 || start + 2 >= words.size()) {
      return false;
    }
    Word month = words.at(start + 1);
    Word day = words.at(start + 2);
    if (!month.joined()
        || !day.joined()
        || month.text().length() != 2
        || day.text().length() != 2) {
      return false;
    }
    stated.add(year.number());
    stated.add("month:" + Numeral.of(month.text()).number());
    stated.add(Numeral.of(day.text()).number());
    at = start + 3;
    return true;
  }

  private boolean isBesideMonth(int index) {
    return CalendarWords.isMonth(words.text(index + 1))
        || words.text(index + 1).equals("of") && CalendarWords.isMonth(words.text(index + 2))
        || CalendarWords.isMonth(words.text(index - 1))
        || words.text(index - 1).equals("the") && CalendarWords.isMonth(words.text(index - 2));
  }

  private void readDigitsInside(String word) {
    int start = -1;
    for (int i = 0; i <= word.length(); i++) {
      boolean digit =
          i < word.length()
              && (Word.isDigit(word.charAt(i))
                  || start >= 0
                      && word.charAt(i) == '.'
                      && i + 1 < word.length()
                      && Word.isDigit(word.charAt(i + 1)));
      if (digit && start < 0) {
        start = i;
      } else if (!digit && start >= 0) {
        stated.add(word.substring(start, i));
        start = -1;
      }
    }
  }

  private boolean readSpelled() {
    SpelledNumber spelled = SpelledNumber.at(words, at);
    if (spelled == null) {
      return false;
    }
    int start = at;
    at += spelled.length();
    if (spelled.ordinal()) {
      stated.add(isBesideMonth(start) ? spelled.number() : "th:" + spelled.number());
    } else if (spelled.isPlainOne()) {
      readOne();
    } else {
      finish(start, plusFraction(spelled.number()), false);
    }
    return true;
  }

  private void readOne() {
    String number = plusFraction("1");
    if (!number.equals("1")) {
      finish(at, number, false);
      return;
    }
    String unit = Units.apart(words.text(at));
    if (unit != null) {
      at++;
    }
    if ("year".equals(unit) && isAge()) {
      casual.add("1");
    } else {
      casual.add(Quantity.of("1", unit));
    }
  }

  private boolean readFraction() {
    String word = words.text(at);
    String before = words.text(at - 1);
    switch (word) {
      case "half" -> {
        int start = at++;
        if (FunctionWords.isArticle(words.text(at))) {
          at++;
        }
        finish(start, "0.5", false);
      }
      case "twice" -> {
        at++;
        stated.add("2 time");
      }
      case "thrice" -> {
        at++;
        stated.add("3 time");
      }
      case "couple" -> {
        at++;
        if (before.equals("a") && words.text(at).equals("of")) {
          at++;
          finish(at - 3, "2", false);
        }
      }
      case "double", "triple", "quadruple", "quarter", "quarters", "thirds" -> {
        at++;
        stated.add(Stem.of(word));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean readCalendar() {
    String shift = CalendarWords.shift(words, at);
    if (shift != null) {
      stated.add(shift);
      at += 2;
      return true;
    }
    String rhythm = CalendarWords.rhythm(words, at);
    if (rhythm != null) {
      rhythms.add(rhythm);
    }
    String choice = CalendarWords.choice(words, at);
    if (choice != null) {
      stated.add(choice);
      at++;
    }
    String name = CalendarWords.at(words, at);
    if (name != null) {
      readDay(name);
      return true;
    }
    switch (words.text(at)) {
      case "noon", "midday" -> stated.add(ClockTime.NOON);
      case "midnight" -> stated.add(ClockTime.MIDNIGHT);
      default -> {
        return false;
      }
    }
    at++;
    return true;
  }

  private void readDay(String name) {
    if (isGreeting()) {
      at++;
    } else if (CalendarWords.isDoubtful(words, at)) {
      casual.add(name);
      at++;
    } else if (name.equals("monday") && isUntilFriday()) {
      stated.add("weekday");
      at += words.at(at + 1).joined() ? 2 : 3;
    } else {
      boolean evening = name.equals("evening") && words.text(at - 1).equals("this");
      stated.add(evening ? "tonight" : name);
      at++;
    }
  }

  private boolean isUntilFriday() {
    return switch (words.text(at + 1)) {
      case "to", "till", "until", "through", "thru" ->
          "friday".equals(CalendarWords.at(words, at + 2));
      default -> "friday".equals(CalendarWords.at(words, at + 1)) && words.at(at + 1).joined();
    };
  }

  /** "Good morning!" says nothing of a time. */
  private boolean isGreeting() {
    boolean ends = at + 1 < words.size() && words.at(at + 1).apart();
    return ends && (at == 0 || at < 3 && words.text(at - 1).equals("good"));
  }

  private void readCasual() {
    String word = words.text(at);
    if (word.equals("a") || word.equals("an")) {
      article = true;
      String unit = Units.apart(words.text(at + 1));
      if (unit != null) {
        casual.add(Quantity.of("1", unit));
      }
    }
  }
}
