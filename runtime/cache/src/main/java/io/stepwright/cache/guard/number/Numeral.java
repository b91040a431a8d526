package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A word that starts with a digit, split into number and ending.
 *
 * @param number the number, without thousands separators and a leading zero of two digits
 * @param ending the letters after it, as in 10GB, 3rd, 7pm; empty if there are none
 */
public record Numeral(String number, String ending) {

  public static Numeral of(String word) {
    int end = 0;
    while (end < word.length() && !Character.isLetter(word.charAt(end))) {
      end++;
    }
    String ending = word.substring(end).replace(".", "");
    for (int i = 0; i < ending.length(); i++) {
      if (Word.isDigit(ending.charAt(i))) {
        return new Numeral(word, ""); // A code, such as 0x1F.
      }
    }
    return new Numeral(number(word.substring(0, end)), ending);
  }

  private static String number(String digits) {
    String number = digits.indexOf(',') > 0 ? withoutThousands(digits) : digits.replace("_", "");
    if (number.startsWith(".")) {
      number = "0" + number;
    } else if (number.startsWith("-.")) {
      number = "-0" + number.substring(1);
    }
    // 05 is a day or an hour, 0123 is a code.
    return number.length() == 2 && number.charAt(0) == '0' ? number.substring(1) : number;
  }

  private static String withoutThousands(String digits) {
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String[] groups = whole.split(",", -1);
    for (int i = 1; i < groups.length; i++) {
      if (groups[i].length() != 3) {
        return digits;
      }
    }
    return groups[0].length() > 3 ? digits : digits.replace(",", "");
  }

  /** Returns the numbers inside a word that starts with a letter: 15 in iPhone15. */
  public static List<String> insideOf(String word) {
    List<String> numbers = new ArrayList<>(2);
    int start = -1;
    for (int i = 0; i <= word.length(); i++) {
      boolean inside = isDigit(word, i) || (start >= 0 && isPoint(word, i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        numbers.add(word.substring(start, i));
        start = -1;
      }
    }
    return numbers;
  }

  private static boolean isPoint(String word, int at) {
    return at < word.length() && word.charAt(at) == '.' && isDigit(word, at + 1);
  }

  private static boolean isDigit(String word, int at) {
    return at < word.length() && Word.isDigit(word.charAt(at));
  }

  public boolean isTime() {
    return number.indexOf(':') > 0;
  }

  public boolean isFraction() {
    return number.indexOf('/') > 0;
  }

  public boolean isOrdinal() {
    return switch (ending) {
      case "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }
}
