package io.stepwright.benchmarks.meaning;

import java.util.ArrayList;
import java.util.List;

/** Questions with different meanings, and each of them reworded. */
final class Questions {

  private static final List<String> ACTIONS =
      List.of(
          "return", "repair", "paint", "insure", "sell", "rent", "clean", "wrap", "weigh", "store");
  private static final List<String> COLOURS =
      List.of("red", "blue", "green", "wooden", "golden", "broken", "tiny", "huge", "used", "new");
  private static final List<String> THINGS =
      List.of(
          "bicycle", "piano", "sofa", "camera", "tent", "lamp", "kettle", "drum", "boat", "ladder");

  private Questions() {}

  /** Returns a thousand questions. */
  static List<String> first() {
    return all("How do I %s my %s %s safely");
  }

  /** Returns the same questions reworded, in the same order. */
  static List<String> again() {
    return all("How can I %s my %s %s safely");
  }

  private static List<String> all(String pattern) {
    List<String> questions = new ArrayList<>();
    for (String action : ACTIONS) {
      for (String colour : COLOURS) {
        for (String thing : THINGS) {
          questions.add(pattern.formatted(action, colour, thing));
        }
      }
    }
    return questions;
  }
}
