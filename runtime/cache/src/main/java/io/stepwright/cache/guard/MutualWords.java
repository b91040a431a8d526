package io.stepwright.cache.guard;

import io.stepwright.cache.guard.word.Lists;
import io.stepwright.cache.guard.word.Word;
import io.stepwright.cache.guard.word.Words;
import java.util.Set;

/** Words with symmetric arguments: A meets B, A versus B. */
final class MutualWords {

  private static final Set<String> STEMS =
      Lists.stems("compare comparison match equal meet marry differ mix combine plus versus vs");

  private MutualWords() {}

  static boolean contains(String stem) {
    return STEMS.contains(stem);
  }

  /** Tells whether a text has such a word. */
  static boolean areIn(Words words) {
    for (Word word : words.list()) {
      if (contains(word.stem())) {
        return true;
      }
    }
    return false;
  }
}
