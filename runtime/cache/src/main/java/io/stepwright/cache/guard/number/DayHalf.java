package io.stepwright.cache.guard.number;

import io.stepwright.cache.guard.word.Words;

/** Reads the half of the day after an hour: am, pm, in the morning. */
public final class DayHalf {

  private DayHalf() {}

  /** Returns "am", "pm", or an empty text. */
  public static String at(Words words, int index) {
    String word = words.text(index);
    if (word.equals("am") || word.equals("pm")) {
      return word;
    }
    if (word.equals("in") && words.text(index + 1).equals("the")) {
      return switch (words.text(index + 2)) {
        case "morning" -> "am";
        case "afternoon", "evening" -> "pm";
        default -> "";
      };
    }
    return word.equals("at") && words.text(index + 1).equals("night") ? "pm" : "";
  }

  /** Returns the number of words of that expression. */
  public static int length(Words words, int index) {
    return switch (words.text(index)) {
      case "in" -> 3;
      case "at" -> 2;
      default -> 1;
    };
  }
}
