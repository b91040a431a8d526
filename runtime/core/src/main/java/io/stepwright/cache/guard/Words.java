package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a text, one after the other.
 *
 * @param list the words
 * @param stems the stems of the words
 * @param latin whether the text is in Latin script
 * @param english whether the text is in Latin script and may be English
 */
record Words(List<Word> list, Set<String> stems, boolean latin, boolean english) {

  /** Up to how many words a text is short: longer ones say more than lists of words can judge. */
  private static final int SHORT = 40;

  static Words of(List<Word> list, boolean latin, boolean english) {
    Set<String> stems = new HashSet<>(list.size() * 2);
    for (Word word : list) {
      stems.add(word.stem());
    }
    return new Words(list, stems, latin, english);
  }

  /** The words from an index to before another one. */
  Words part(int from, int to) {
    return of(list.subList(from, to), latin, english);
  }

  /** Whether another text has the same words in the same order. */
  boolean sameOrder(Words other) {
    return texts().equals(other.texts());
  }

  /** The words in alphabetical order. */
  List<String> sorted() {
    List<String> sorted = new ArrayList<>(texts());
    sorted.sort(null);
    return sorted;
  }

  private List<String> texts() {
    return list.stream().map(Word::text).toList();
  }

  boolean isShort() {
    return list.size() <= SHORT;
  }

  int size() {
    return list.size();
  }

  Word at(int index) {
    return list.get(index);
  }

  /** The text of the word at an index; empty if there is none. */
  String text(int index) {
    return index >= 0 && index < list.size() ? list.get(index).text() : "";
  }

  /** The stem of the word at an index; empty if there is none. */
  String stem(int index) {
    return index >= 0 && index < list.size() ? list.get(index).stem() : "";
  }

  /** Whether the word occurs, in any inflection. */
  boolean has(String stem) {
    return stems.contains(stem);
  }
}
