package io.stepwright.processor.layout;

import java.util.List;

/**
 * Finds the part of a chain of names that looks like a type, and the static member after it: {@code
 * java.util.List.of}. Such names are kept together.
 */
final class TypePrefix {

  private enum Case {
    UPPER,
    LOWER,
    UPPER_CAMEL,
    LOWER_CAMEL
  }

  private TypePrefix() {}

  /** The index of the last name that belongs to it; -1 if none looks like a type. */
  static int last(List<String> names) {
    int last = -1;
    boolean inType = false;
    boolean ambiguous = false;
    for (int i = 0; i < names.size(); i++) {
      Case form = form(names.get(i));
      if (inType && form != Case.UPPER_CAMEL) {
        return i; // A static member.
      }
      if (form == Case.UPPER_CAMEL) {
        inType = true;
        last = i;
      } else if (form == Case.UPPER) {
        ambiguous = true;
      } else if (ambiguous || form == Case.LOWER_CAMEL) {
        return -1;
      }
    }
    return last;
  }

  private static Case form(String name) {
    boolean upper =
        name.chars().anyMatch(c -> Character.isAlphabetic(c) && Character.isUpperCase(c));
    boolean lower =
        name.chars().anyMatch(c -> Character.isAlphabetic(c) && Character.isLowerCase(c));
    int first = name.chars().filter(Character::isAlphabetic).findFirst().orElse(' ');
    if (Character.isUpperCase(first)) {
      return lower || name.length() == 1 ? Case.UPPER_CAMEL : Case.UPPER;
    }
    return upper ? Case.LOWER_CAMEL : Case.LOWER;
  }
}
