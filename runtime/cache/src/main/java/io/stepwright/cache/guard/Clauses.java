package io.stepwright.cache.guard;

import java.util.Set;

/** Finds parts of a text, between punctuation, that the other text has nothing of. */
final class Clauses {

  /** Words around a question that say nothing of it: quick question, sorry to bother you. */
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
   * Whether a part of a text names something, and all that it names stands in this text only.
   *
   * @param own the stems that stand in this text only
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
    // A text of one part that has nothing in common is a matter of similarity.
    return parts > 0 && (found || (named > 0 && isOwn));
  }

  private static boolean startsPart(Words words, int before, int at) {
    for (int i = before + 1; i <= at; i++) {
      if (words.at(i).apart() || words.at(i).opens()) {
        return true;
      }
    }
    return false;
  }
}
