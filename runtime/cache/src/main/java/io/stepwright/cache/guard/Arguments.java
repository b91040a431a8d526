package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The arguments of prepositions: in "from Paris to Rome", Paris is the argument of from. */
final class Arguments {

  /** Words whose arguments matter, negators included. */
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

  /** Returns the stems of the arguments of a word, one set for each occurrence. */
  static List<Set<String>> of(Words words, String preposition) {
    List<Set<String>> arguments = new ArrayList<>(2);
    for (int at = 0; at < words.size(); at++) {
      if (words.text(at).equals(preposition) && !isInfinitive(words, at)) {
        arguments.add(after(words, at));
      }
    }
    return arguments;
  }

  /** Tells whether a word is the "to" of an infinitive, as in "I want to go". */
  private static boolean isInfinitive(Words words, int at) {
    return words.text(at).equals("to") && BEFORE_INFINITIVES.contains(words.stem(at - 1));
  }

  private static Set<String> after(Words words, int preposition) {
    Set<String> argument = new HashSet<>();
    int at = preposition + 1;
    while (isPreposition(words.text(at))) {
      at++; // "Than by bus" compares buses.
    }
    for (int end = at + LONGEST; at < words.size() && at < end; at++) {
      Word word = words.at(at);
      if (word.afterPunctuation() || isPreposition(word.text())) {
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

  /** Tells whether a pronoun is an object rather than a possessive. */
  private static boolean isObject(String word) {
    return switch (word) {
      case "me", "you", "him", "her", "us", "them" -> true;
      default -> false;
    };
  }
}
