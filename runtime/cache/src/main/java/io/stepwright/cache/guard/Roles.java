package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Content;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the same words with exchanged roles: a nurse in white calls a man in black, a nurse in
 * black calls a man in white; the cat scares the dog, the cat is scared by the dog.
 */
final class Roles {

  private Roles() {}

  static boolean areExchanged(Words one, Words other) {
    Content content = one.content();
    Content against = other.content();
    List<String> stems = content.stems();
    List<String> others = against.stems();
    if (!haveSame(stems, others)) {
      return false;
    }
    for (int i = 1; i + 1 < stems.size(); i++) {
      String pivot = stems.get(i);
      int place = others.indexOf(pivot);
      if (stems.lastIndexOf(pivot) != i
          || others.lastIndexOf(pivot) != place
          || stems.indexOf(pivot) != i
          || MutualWords.contains(pivot)) {
        continue;
      }
      boolean passive = content.isPassive(i) != against.isPassive(place);
      boolean turned = passive || content.isParticiple(i) != against.isParticiple(place);
      if ((passive && staysInPlace(stems, i, others, place))
          || (!turned && changesSides(content, i, against, place))) {
        return true;
      }
    }
    return false;
  }

  private static boolean haveSame(List<String> stems, List<String> others) {
    List<String> sorted = new ArrayList<>(stems);
    List<String> against = new ArrayList<>(others);
    sorted.sort(null);
    against.sort(null);
    return sorted.equals(against);
  }

  /**
   * Tells whether the words before and after a verb are the same, although it is active in one text
   * and passive in the other.
   */
  private static boolean staysInPlace(List<String> stems, int at, List<String> others, int place) {
    return place > 0
        && place + 1 < others.size()
        && stems.get(at - 1).equals(others.get(place - 1))
        && stems.get(at + 1).equals(others.get(place + 1));
  }

  /** Tells whether words have moved across the pivot in both directions. */
  private static boolean changesSides(Content content, int at, Content against, int place) {
    List<String> stems = content.stems();
    List<String> others = against.stems();
    Set<String> back =
        moved(
            others.subList(place + 1, others.size()),
            others.subList(0, place),
            stems.subList(0, at),
            stems.subList(at + 1, stems.size()));
    Set<String> forth =
        moved(
            others.subList(0, place),
            others.subList(place + 1, others.size()),
            stems.subList(at + 1, stems.size()),
            stems.subList(0, at));
    adjuncts(content.words(), against.words(), back);
    adjuncts(content.words(), against.words(), forth);
    if (back.isEmpty() || forth.isEmpty()) {
      return false;
    }
    Set<String> movers = new HashSet<>(back);
    movers.addAll(forth);
    return !isList(content, movers) || !isList(against, movers);
  }

  /** Returns the words that stand only in the first part of each text. */
  private static Set<String> moved(
      List<String> here, List<String> notHere, List<String> there, List<String> notThere) {
    Set<String> moved = new HashSet<>(here);
    moved.retainAll(there);
    moved.removeAll(notHere);
    moved.removeAll(notThere);
    return moved;
  }

  /** Removes words that move together with their preposition: on Monday, in Rome. */
  private static void adjuncts(Words one, Words other, Set<String> movers) {
    if (movers.isEmpty()) {
      return;
    }
    for (Word word : one.list()) {
      String preposition = word.text();
      if (Arguments.isPreposition(preposition) && other.has(word.stem())) {
        List<Set<String>> others = Arguments.of(other, preposition);
        for (Set<String> argument : Arguments.of(one, preposition)) {
          if (others.contains(argument)) {
            movers.removeAll(argument);
          }
        }
      }
    }
  }

  /** Tells whether everything from the first to the last of these words is an enumeration. */
  private static boolean isList(Content content, Set<String> movers) {
    List<String> stems = content.stems();
    int first = stems.size();
    int last = -1;
    for (int i = 0; i < stems.size(); i++) {
      if (movers.contains(stems.get(i))) {
        first = Math.min(first, i);
        last = i;
      }
    }
    for (int i = first + 1; i <= last; i++) {
      if (!content.isListed(i)) {
        return false;
      }
    }
    return true;
  }
}
