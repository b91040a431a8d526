package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What follows a preposition: in "from Paris to Rome", Paris follows from. */
final class Arguments {

  /** Words whose argument matters; a negator has one as well. */
  private static final Set<String> PREPOSITIONS =
      Lists.set(
          """
          from to into onto in for of by with on at against than over under before after via through
          without per as like toward towards until till since behind above below inside outside not no
          except within during instead
          """);

  /** Stems of words after which "to" belongs to a verb. */
  private static final Set<String> BEFORE_INFINITIVES =
      Lists.set(
          """
          want need like lik love lov wish hop hope try plan have has had how able abl allow going
          go ought order way time possibl easy requir suppos
          """);

  private static final int LONGEST = 4;

  private Arguments() {}

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  /** The stems that follow the word, for every time it occurs. */
  static List<Set<String>> of(Words words, String preposition) {
    List<Set<String>> arguments = new ArrayList<>(2);
    for (int at = 0; at < words.size(); at++) {
      if (words.text(at).equals(preposition) && !isInfinitive(words, at)) {
        arguments.add(after(words, at));
      }
    }
    return arguments;
  }

  /** The "to" of "I want to go", which no place follows. */
  private static boolean isInfinitive(Words words, int at) {
    return words.text(at).equals("to") && BEFORE_INFINITIVES.contains(words.stem(at - 1));
  }

  private static Set<String> after(Words words, int preposition) {
    Set<String> argument = new HashSet<>();
    int at = preposition + 1;
    while (isPreposition(words.text(at))) {
      at++; // "than by bus" compares buses.
    }
    for (int end = at + LONGEST; at < words.size() && at < end; at++) {
      Word word = words.at(at);
      if (word.apart() || isPreposition(word.text())) {
        break;
      }
      if (FunctionWords.contains(word.text())) {
        if (!FunctionWords.isArticle(word.text()) && !FunctionWords.isPronoun(word.text())) {
          break;
        }
        if (!isObject(word.text())) {
          continue;
        }
      }
      argument.add(word.stem());
    }
    return argument;
  }

  /** Pronouns that stand for somebody rather than say whose something is. */
  private static boolean isObject(String word) {
    return switch (word) {
      case "me", "you", "him", "her", "us", "them" -> true;
      default -> false;
    };
  }
}
