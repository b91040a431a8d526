package io.stepwright.cache.guard;

import io.stepwright.cache.guard.number.NumberWords;
import io.stepwright.cache.guard.word.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds numbers that are exchanged: two rooms for three, three rooms for two. */
final class Permutation {

  private Permutation() {}

  static boolean isBetween(Words one, Words other) {
    List<Integer> numbers = numbers(one);
    List<Integer> others = numbers(other);
    List<String> order = texts(one, numbers);
    List<String> against = texts(other, others);
    if (order.size() < 2 || order.equals(against) || !haveSame(order, against)) {
      return false;
    }
    for (int i = 0; i < numbers.size(); i++) {
      if (!stays(one, numbers.get(i), other, others)) {
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

  private static List<String> texts(Words words, List<Integer> numbers) {
    List<String> texts = new ArrayList<>(numbers.size());
    for (int at : numbers) {
      texts.add(words.text(at));
    }
    return texts;
  }

  private static boolean haveSame(List<String> numbers, List<String> others) {
    List<String> sorted = new ArrayList<>(numbers);
    List<String> against = new ArrayList<>(others);
    sorted.sort(null);
    against.sort(null);
    return sorted.equals(against);
  }

  /** Tells whether the number stands beside the same word in the other text. */
  private static boolean stays(Words one, int at, Words other, List<Integer> others) {
    for (int place : others) {
      if (other.text(place).equals(one.text(at))
          && (one.stem(at - 1).equals(other.stem(place - 1))
              || one.stem(at + 1).equals(other.stem(place + 1)))) {
        return true;
      }
    }
    return false;
  }
}
