package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.FunctionWords;
import io.stepwright.cache.guard.word.Stem;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of a text, from left to right. */
public final class AmountReader {

  private final Words words;
  private final AmountList amounts = new AmountList();
  private int at;

  private AmountReader(Words words) {
    this.words = words;
  }

  public static Amounts read(Words words) {
    AmountReader reader = new AmountReader(words);
    while (reader.at < words.size()) {
      reader.step();
    }
    return reader.amounts.done();
  }

  private void step() {
    Word word = words.at(at);
    if (word.startsWithDigit()) {
      readNumeral(Numeral.of(word.text()));
    } else if (word.hasDigit()) {
      Numeral.insideOf(word.text()).forEach(amounts::state);
      at++;
    } else if (!readSpelled() && !readFraction()) {
      int day = CalendarReader.read(words, at, amounts);
      if (day == 0) {
        readCasual();
      }
      at += Math.max(day, 1);
    }
  }

  private void readNumeral(Numeral numeral) {
    int start = at++;
    int date = CalendarReader.readDate(words, start, amounts);
    if (date > 0) {
      at = start + date;
      return;
    }
    if (numeral.isOrdinal()) {
      amounts.state(
          CalendarWords.isBesideMonth(words, start) ? numeral.number() : "th:" + numeral.number());
      return;
    }
    String number = plusFraction(fraction(numeral.number()));
    if (numeral.ending().isEmpty()) {
      finish(start, number, numeral.isTime());
      return;
    }
    String currency = UnitReader.currencyBefore(words, start);
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
      case "am", "pm" -> amounts.state(ClockTime.of(number, numeral.ending()));
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
      amounts.state(Quantity.of(scaled, currency));
    } else {
      finish(start, scaled, false);
    }
  }

  /** Completes a number whose unit may follow as a separate word. */
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
      amounts.state(ClockTime.of(value, half));
      return;
    }
    if (time) {
      amounts.state(ClockTime.of(value, ""));
      return;
    }
    String currency = UnitReader.currencyBefore(words, start);
    if (currency != null) {
      amounts.state(Quantity.of(value, currency));
      return;
    }
    UnitReader unit = UnitReader.at(words, at);
    at += unit.length();
    add(start, value, unit.unit());
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
      amounts.state(value);
      return;
    }
    String amount =
        Quantity.of(value, unit == null ? UnitReader.currencyBefore(words, start) : unit);
    amounts.state(amount);
  }

  /** Tells whether an age follows: "18 years old" is equal to "18" in the same position. */
  private boolean isAge() {
    boolean old = words.text(at).equals("old") || words.text(at).equals("olds");
    return old || (words.text(at).equals("of") && words.text(at + 1).equals("age"));
  }

  private static String fraction(String number) {
    return switch (number) {
      case "1/2" -> "0.5";
      case "1/4" -> "0.25";
      case "3/4" -> "0.75";
      default -> number;
    };
  }

  /** Adds a following fraction: one and a half, 1 1/2. */
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

  private boolean readSpelled() {
    SpelledNumber spelled = SpelledNumber.at(words, at);
    if (spelled == null) {
      return false;
    }
    int start = at;
    at += spelled.length();
    if (spelled.ordinal()) {
      amounts.state(
          CalendarWords.isBesideMonth(words, start) ? spelled.number() : "th:" + spelled.number());
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
      amounts.mention("1");
    } else {
      amounts.mention(Quantity.of("1", unit));
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
        amounts.state("2 time");
      }
      case "thrice" -> {
        at++;
        amounts.state("3 time");
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
        amounts.state(Stem.of(word));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void readCasual() {
    String word = words.text(at);
    if (word.equals("a") || word.equals("an")) {
      amounts.article();
      String unit = Units.apart(words.text(at + 1));
      if (unit != null) {
        amounts.mention(Quantity.of("1", unit));
      }
    }
  }
}
