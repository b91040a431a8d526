package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.List;

/** Finds numbers that have changed places: two rooms for three, three rooms for two. */
final class Permutation {

  private Permutation() {}

  static boolean isBetween(Words one, Words other) {
    List<Integer> numbers = numbers(one);
    List<Integer> others = numbers(other);
    if (numbers.size() < 2
        || numbers.size() != others.size()
        || isSameOrder(one, numbers, other, others)) {
      return false;
    }
    for (int at : numbers) {
      int place = place(one.text(at), other, others);
      if (place < 0) {
        return false; // Not the same numbers: nothing has changed places.
      }
      boolean stays =
          one.stem(at - 1).equals(other.stem(place - 1))
              || one.stem(at + 1).equals(other.stem(place + 1));
      if (!stays) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> numbers(Words words) {
    List<Integer> numbers = new ArrayList<>(4);
    for (int at = 0; at < words.size(); at++) {
      if (words.at(at).startsWithDigit() || NumberWords.cardinal(words.text(at)) != null) {
        numbers.add(at);
      }
    }
    return numbers;
  }

  private static boolean isSameOrder(
      Words one, List<Integer> numbers, Words other, List<Integer> others) {
    for (int i = 0; i < numbers.size(); i++) {
      if (!one.text(numbers.get(i)).equals(other.text(others.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static int place(String number, Words words, List<Integer> numbers) {
    for (int at : numbers) {
      if (words.text(at).equals(number)) {
        return at;
      }
    }
    return -1;
  }
}
