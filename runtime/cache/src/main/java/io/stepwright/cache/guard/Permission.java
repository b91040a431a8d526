package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Words;

/** The modality of a question, permission or necessity: "can I" is not "must I". */
enum Permission {
  ALLOWED,
  NEEDED,
  NEITHER;

  static Permission of(Words words) {
    String first = words.text(0);
    String second = words.text(1);
    if (second.equals("you")) {
      return NEITHER; // A request.
    }
    return switch (first) {
      case "can", "may", "could" -> ALLOWED;
      case "must", "should" -> NEEDED;
      case "am", "are", "is" ->
          words.stem(2).equals("allow") || words.stem(2).equals("permit") ? ALLOWED : NEITHER;
      case "do", "does" -> isNeed(words.text(2), words.text(3)) ? NEEDED : NEITHER;
      default -> NEITHER;
    };
  }

  private static boolean isNeed(String verb, String next) {
    return (verb.equals("have") || verb.equals("need")) && next.equals("to");
  }

  boolean contradicts(Permission other) {
    return this != other && this != NEITHER && other != NEITHER;
  }
}
