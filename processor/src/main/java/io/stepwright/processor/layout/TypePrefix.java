package io.stepwright.processor.layout;

import java.util.List;

/**
 * Finds the prefix of a chain of names that looks like a type, including a static member after it:
 * {@code java.util.List.of}. The names of the prefix are kept together.
 */
final class TypePrefix {

  private enum Case {
    UPPER,
    LOWER,
    UPPER_CAMEL,
    LOWER_CAMEL
  }

  private TypePrefix() {}

  /** Returns the index of the last name of the prefix; -1 if there is none. */
  static int last(List<String> names) {
    int last = -1;
    boolean inType = false;
    boolean ambiguous = false;
    for (int i = 0; i < names.size(); i++) {
      Case form = form(names.get(i));
      if (inType && form != Case.UPPER_CAMEL) {
        return i; // The static member after a type.
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
