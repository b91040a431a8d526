package io.stepwright.cache.guard;

import java.util.Set;

/** Finds parts of a text, between punctuation, that have nothing in common with the other text. */
final class Clauses {

  /** Polite words around a question that do not affect it: quick question, sorry to bother you. */
  private static final Set<String> POLITE =
      Lists.stems(
          """
          please hello hi hiya hey dear sir madam team all everyone folks good morning afternoon
          evening thanks thank thx cheers greetings best kind regards advance many much appreciated
          sorry excuse bother bothering just quick silly stupid dumb one question wondering wonder
          """);

  private Clauses() {}

  static boolean isPolite(String stem) {
    return POLITE.contains(stem);
  }

  /**
   * Tells whether a part of a text has content words, all of which occur in this text only.
   *
   * @param own the stems that occur in this text only
   */
  static boolean hasOneOfItsOwn(Words words, Set<String> own) {
    Content content = words.content();
    int named = 0;
    boolean isOwn = true;
    int parts = 0;
    boolean found = false;
    for (int i = 0; i < content.size(); i++) {
      int at = content.places().get(i);
      if (i > 0 && startsPart(words, content.places().get(i - 1), at)) {
        found |= named > 0 && isOwn;
        parts++;
        named = 0;
        isOwn = true;
      }
      String stem = content.stem(i);
      if (!POLITE.contains(stem)) {
        named++;
        isOwn &= own.contains(stem);
      }
    }
    // A text of one part without anything in common is left to the similarity.
    return parts > 0 && (found || (named > 0 && isOwn));
  }

  private static boolean startsPart(Words words, int before, int at) {
    for (int i = before + 1; i <= at; i++) {
      if (words.at(i).afterPunctuation() || words.at(i).startsSentence()) {
        return true;
      }
    }
    return false;
  }
}
