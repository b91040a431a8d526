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
    boolean begun = false;
    boolean capital = false;
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isAlphabetic(c)) {
        boolean isUpper = Character.isUpperCase(c);
        capital = begun ? capital : isUpper;
        begun = true;
        upper |= isUpper;
        lower |= Character.isLowerCase(c);
      }
    }
    if (capital) {
      return lower || name.length() == 1 ? Case.UPPER_CAMEL : Case.UPPER;
    }
    return upper ? Case.LOWER_CAMEL : Case.LOWER;
  }
}
