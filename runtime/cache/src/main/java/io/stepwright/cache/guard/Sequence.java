package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the same words in another order: are all squares rectangles, are all rectangles squares.
 * Parts that begin with a preposition, a conjunction or a comma may move as a whole, and the two
 * sides of "and", "or" and the like may be exchanged.
 */
final class Sequence {

  /** Words that may stand anywhere, or that move when a statement becomes a question. */
  private static final Set<String> FREE =
      Lists.set(
          """
          a an the am is are was were be been do does did can could will would shall should may might
          must have has had please today tomorrow tonight yesterday now currently just also really
          very still already ever too why how where up off out on in over down away back
          """);

  private static final Set<String> OPENERS =
      Lists.set("if when because while once unless since although");

  private static final Set<String> STEPS = Lists.set("then first next finally afterwards");

  private static final Map<String, String> ROLES =
      Lists.names(
          "i = i me\nhe = he him\nshe = she her\nwe = we us\nthey = they them\nmy = my mine");

  private static final int LONGEST_SIDE = 6;

  private Sequence() {}

  static boolean differs(Words one, Words other) {
    if ((MutualWords.areIn(one) && MutualWords.areIn(other))
        || isPassive(one) != isPassive(other)) {
      return false;
    }
    List<String> order = order(one, 0, one.size());
    List<String> against = order(other, 0, other.size());
    withoutFronted(one, other, order, against);
    withoutFronted(other, one, against, order);
    return haveSame(order, against)
        && !order.equals(against)
        && !movesOnly(one, order, against)
        && !movesOnly(other, against, order)
        && !isListed(one, other)
        && !isExchanged(order, against);
  }

  /** Tells whether a text is in the passive voice: is included in. */
  private static boolean isPassive(Words words) {
    Content content = words.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.isParticiple(i)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> order(Words words, int from, int to) {
    List<String> order = new ArrayList<>(to - from);
    for (int at = from; at < to; at++) {
      String text = words.text(at);
      if (!FREE.contains(text) && (!text.endsWith("ly") || text.equals("only"))) {
        String role = ROLES.get(text);
        order.add(role == null ? words.stem(at) : role);
      }
    }
    return order;
  }

  /**
   * Removes a phrase at the beginning of one text that the other has later: on Monday, open on
   * Monday.
   */
  private static void withoutFronted(
      Words words, Words other, List<String> order, List<String> against) {
    boolean opens =
        words.size() > 2
            && Arguments.isPreposition(words.text(0))
            && words.at(2).afterPunctuation();
    if (!opens || FREE.contains(words.text(1))) {
      return;
    }
    for (int at = 1; at + 1 < other.size(); at++) {
      if (other.text(at).equals(words.text(0)) && other.text(at + 1).equals(words.text(1))) {
        order.remove(words.stem(1));
        against.remove(words.stem(1));
        return;
      }
    }
  }

  private static boolean haveSame(List<String> order, List<String> against) {
    List<String> sorted = new ArrayList<>(order);
    List<String> others = new ArrayList<>(against);
    Collections.sort(sorted);
    Collections.sort(others);
    return sorted.equals(others);
  }

  /** Tells whether only whole parts of the first text have moved. */
  private static boolean movesOnly(Words words, List<String> order, List<String> against) {
    List<String> rest = new ArrayList<>(order);
    List<String> others = new ArrayList<>(against);
    int start = 0;
    for (int at = 1; at <= words.size(); at++) {
      if (at == words.size() || opens(words, at)) {
        remove(words, start, at, rest, others);
        start = at;
      }
    }
    return rest.equals(others);
  }

  private static boolean opens(Words words, int at) {
    Word word = words.at(at);
    return word.afterPunctuation() || word.startsSentence() || isOpener(word.text());
  }

  private static boolean isOpener(String word) {
    return Arguments.isPreposition(word) || OPENERS.contains(word);
  }

  /** Removes a part from both texts if both have it. */
  private static void remove(
      Words words, int start, int end, List<String> rest, List<String> others) {
    boolean whole =
        words.at(start).afterPunctuation() || words.at(start).startsSentence() || start == 0;
    if ((!whole && !isOpener(words.text(start))) || STEPS.contains(words.text(start))) {
      return;
    }
    List<String> part = order(words, start, end);
    int here = Collections.indexOfSubList(rest, part);
    int there = Collections.indexOfSubList(others, part);
    if (part.size() > 1 && here >= 0 && there >= 0) {
      rest.subList(here, here + part.size()).clear();
      others.subList(there, there + part.size()).clear();
    }
  }

  /** Tells whether all words that have moved stand in an enumeration. */
  private static boolean isListed(Words one, Words other) {
    Content content = one.content();
    Content against = other.content();
    List<String> stems = content.stems();
    List<String> others = against.stems();
    boolean steps = one.list().stream().anyMatch(word -> STEPS.contains(word.text()));
    if (steps || stems.size() != others.size() || stems.equals(others)) {
      return false;
    }
    int first = 0;
    while (stems.get(first).equals(others.get(first))) {
      first++;
    }
    int last = stems.size() - 1;
    while (stems.get(last).equals(others.get(last))) {
      last--;
    }
    for (int i = first + 1; i <= last; i++) {
      if (!content.isListed(i) || !against.isListed(i)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the two sides of a conjunction are exchanged. */
  private static boolean isExchanged(List<String> order, List<String> against) {
    for (int at = 1; at + 1 < order.size(); at++) {
      if (!Coordination.isConjunction(order.get(at))) {
        continue;
      }
      for (int start = Math.max(0, at - LONGEST_SIDE); start < at; start++) {
        for (int end = at + 2; end <= Math.min(order.size(), at + 1 + LONGEST_SIDE); end++) {
          List<String> turned = new ArrayList<>(order.subList(0, start));
          turned.addAll(order.subList(at + 1, end));
          turned.add(order.get(at));
          turned.addAll(order.subList(start, at));
          turned.addAll(order.subList(end, order.size()));
          if (turned.equals(against)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
