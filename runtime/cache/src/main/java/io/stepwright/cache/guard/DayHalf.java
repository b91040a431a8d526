package io.stepwright.cache.guard;

/** What makes the hour before it one of the morning or of the evening. */
final class DayHalf {

  private DayHalf() {}

  /** "am", "pm", or empty. */
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

  /** How many words say so. */
  static int length(Words words, int index) {
    return switch (words.text(index)) {
      case "in" -> 3;
      case "at" -> 2;
      default -> 1;
    };
  }
}
