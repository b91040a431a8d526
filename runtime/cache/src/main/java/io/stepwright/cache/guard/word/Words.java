package io.stepwright.cache.guard.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a text in order. For one thread. */
public final class Words {

  /** The maximum length of a short text, in words: word lists cannot judge longer ones. */
  private static final int SHORT = 40;

  private final List<Word> list;
  private final Set<String> stems;
  private final boolean latin;
  private final boolean english;
  private @Nullable Content content;

  private Words(List<Word> list, Set<String> stems, boolean latin, boolean english) {
    this.list = list;
    this.stems = stems;
    this.latin = latin;
    this.english = english;
  }

  public static Words of(List<Word> list, boolean latin, boolean english) {
    Set<String> stems = new HashSet<>(list.size() * 2);
    for (Word word : list) {
      stems.add(word.stem());
    }
    return new Words(list, stems, latin, english);
  }

  /** Returns the words from an index, included, to another one, excluded. */
  public Words part(int from, int to) {
    return of(list.subList(from, to), latin, english);
  }

  /** Tells whether another text has the same words in the same order. */
  public boolean sameOrder(Words other) {
    return texts().equals(other.texts());
  }

  /** Returns the words in alphabetical order. */
  public List<String> sorted() {
    List<String> sorted = new ArrayList<>(texts());
    sorted.sort(null);
    return sorted;
  }

  private List<String> texts() {
    return list.stream().map(Word::text).toList();
  }

  public List<Word> list() {
    return list;
  }

  /** Tells whether the text is in Latin script. */
  public boolean latin() {
    return latin;
  }

  /** Tells whether the text is in Latin script and may be English. */
  public boolean english() {
    return english;
  }

  /** Returns the content words. */
  public Content content() {
    Content read = content;
    if (read == null) {
      read = Content.of(this);
      content = read;
    }
    return read;
  }

  public boolean isShort() {
    return list.size() <= SHORT;
  }

  public int size() {
    return list.size();
  }

  public Word at(int index) {
    return list.get(index);
  }

  /** Returns the text of the word at an index; empty if there is none. */
  public String text(int index) {
    return index >= 0 && index < list.size() ? list.get(index).text() : "";
  }

  /** Returns the stem of the word at an index; empty if there is none. */
  public String stem(int index) {
    return index >= 0 && index < list.size() ? list.get(index).stem() : "";
  }

  /** Tells whether a stem occurs. */
  public boolean has(String stem) {
    return stems.contains(stem);
  }
}
