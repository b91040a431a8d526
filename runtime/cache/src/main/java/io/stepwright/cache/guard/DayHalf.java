package io.stepwright.cache.guard;

/** Reads the half of the day after an hour: am, pm, in the morning. */
final class DayHalf {

  private DayHalf() {}

  /** Returns "am", "pm", or an empty text. */
  static String at(Words words, int index) {
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
  static int length(Words words, int index) {
    return switch (words.text(index)) {
      case "in" -> 3;
      case "at" -> 2;
      default -> 1;
    };
  }
}
