package io.stepwright.cache.guard;

import org.jspecify.annotations.Nullable;

/**
 * The parts to compare of two texts that are too long for word lists: the sentences in which they
 * differ, if these are short.
 *
 * @param one the differing sentences of one text
 * @param other the differing sentences of the other
 */
record LongTexts(Words one, Words other) {

  /**
   * The maximum number of words around a difference that are included if no sentence begins or ends
   * there.
   */
  private static final int AROUND = 12;

  /**
   * Returns the texts themselves if they are short, else their differing parts if those are short,
   * else null.
   */
  static @Nullable LongTexts differing(Words one, Words other) {
    if (one.isShort() && other.isShort()) {
      return new LongTexts(one, other);
    }
    int least = Math.min(one.size(), other.size());
    int start = 0;
    while (start < least && isSame(one, start, other, start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && isSame(one, one.size() - 1 - end, other, other.size() - 1 - end)) {
      end++;
    }
    int from = sentence(one, start);
    int after = Math.min(rest(one, one.size() - end), rest(other, other.size() - end));
    Words differing = one.part(from, one.size() - end + after);
    Words against = other.part(from, other.size() - end + after);
    return differing.isShort() && against.isShort() ? new LongTexts(differing, against) : null;
  }

  /** Tells whether two texts have the same words in another order. */
  static boolean areReordered(Words one, Words other) {
    return one.size() == other.size()
        && !one.sameOrder(other)
        && one.sorted().equals(other.sorted());
  }

  private static boolean isSame(Words one, int at, Words other, int place) {
    return one.text(at).equals(other.text(place));
  }

  /** Returns the index at which the sentence of a word begins. */
  private static int sentence(Words words, int at) {
    int from = Math.min(at, words.size() - 1);
    while (from > 0 && from > at - AROUND && !words.at(from).startsSentence()) {
      from--;
    }
    return Math.max(0, from);
  }

  /** Returns the number of words from an index to the end of the sentence. */
  private static int rest(Words words, int at) {
    int count = 0;
    while (at + count < words.size() && count < AROUND && !words.at(at + count).startsSentence()) {
      count++;
    }
    return count;
  }
}
