package io.stepwright.cache.guard;

import io.stepwright.cache.guard.Word.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The content words of a text and their positions.
 *
 * @param words the text
 * @param places the indexes of the content words
 * @param stems their stems; for a verb, the stem of its base form
 */
record Content(Words words, List<Integer> places, List<String> stems) {

  /** Base forms of irregular verbs by their past forms and participles. */
  private static final Map<String, String> VERBS =
      Lists.names(
          """
          beat = beaten
          bite = bit bitten
          break = broke broken
          buy = bought
          catch = caught
          choose = chose chosen
          drive = drove driven
          eat = ate eaten
          fight = fought
          find = found
          give = gave given
          hold = held
          know = knew known
          make = made
          pay = paid
          say = said
          see = saw seen
          sell = sold
          send = sent
          steal = stole stolen
          sue = sued
          take = took taken
          teach = taught
          tell = told
          win = won
          write = wrote written
          """);

  static Content of(Words words) {
    List<Integer> places = new ArrayList<>(words.size());
    List<String> stems = new ArrayList<>(words.size());
    for (int at = 0; at < words.size(); at++) {
      Word word = words.at(at);
      if (word.shape() != Shape.SIGN && !FunctionWords.contains(word.text())) {
        places.add(at);
        String verb = VERBS.get(word.text());
        stems.add(verb == null ? word.stem() : Stem.of(verb));
      }
    }
    return new Content(words, List.copyOf(places), List.copyOf(stems));
  }

  int size() {
    return places.size();
  }

  String stem(int index) {
    return stems.get(index);
  }

  /** Tells whether the word is a verb whose agent follows it: scared by the cat. */
  boolean isPassive(int index) {
    return words.text(places.get(index) + 1).equals("by");
  }

  /** Tells whether the word may be a participle in a passive: is included in. */
  boolean isParticiple(int index) {
    int at = places.get(index);
    String verb = words.text(at);
    if (!verb.endsWith("ed") && !VERBS.containsKey(verb)) {
      return false;
    }
    for (int i = at - 1; i >= 0 && !words.at(i + 1).startsSentence(); i--) {
      switch (words.text(i)) {
        case "is", "are", "was", "were", "be", "been", "being" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Tells whether a conjunction such as "and" or "or" joins the word to the one before. */
  boolean isJoined(int index) {
    for (int at = places.get(index - 1) + 1; at < places.get(index); at++) {
      if (Coordination.isConjunction(words.text(at))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the word and the one before belong to an enumeration. */
  boolean isListed(int index) {
    return isJoined(index) || words.at(places.get(index)).afterPunctuation();
  }
}
