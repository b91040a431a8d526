package io.stepwright.cache.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a condition and its consequence that are exchanged: if the payment fails, is the order
 * cancelled; if the order is cancelled, does the payment fail.
 */
final class Conditions {

  /** The kind of a clause by its conjunction. */
  private static final Map<String, String> KINDS =
      Lists.names(
          """
          condition = if when whenever once unless provided providing assuming
          reason = because since
          time = while
          contrast = although though whereas
          """);

  private static final Set<String> AUXILIARIES =
      Lists.set(
          "is are was were do does did can could will would shall should must may might has have had");

  private static final Set<String> QUESTIONS =
      Lists.set("what which who whom whose where why how then");

  /** Words that may begin a subject. */
  private static final Set<String> SUBJECTS =
      Lists.set(
          """
          the a an this that these those my your his her its our their i you he she it we they there
          """);

  private Conditions() {}

  static boolean areExchanged(Words one, Words other) {
    Map<String, Set<String>> clauses = of(one);
    Map<String, Set<String>> others = of(other);
    for (Map.Entry<String, Set<String>> entry : clauses.entrySet()) {
      Set<String> clause = entry.getValue();
      Set<String> against = others.get(entry.getKey());
      if (against != null && moved(clause, against, other) && moved(against, clause, one)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a word of a clause occurs in the other text, but not in its clause. */
  private static boolean moved(Set<String> clause, Set<String> against, Words other) {
    return clause.stream().anyMatch(stem -> other.has(stem) && !against.contains(stem));
  }

  /** Returns the words of a text's clauses, by the kind of clause. */
  private static Map<String, Set<String>> of(Words words) {
    Map<String, Set<String>> clauses = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      String kind = kind(words, at);
      if (kind != null) {
        clauses.computeIfAbsent(kind, key -> new HashSet<>()).addAll(clause(words, at));
      }
    }
    return clauses;
  }

  private static @Nullable String kind(Words words, int at) {
    boolean asks = AUXILIARIES.contains(words.text(at + 1));
    return asks ? null : KINDS.get(words.text(at));
  }

  private static Set<String> clause(Words words, int conjunction) {
    Set<String> clause = new HashSet<>();
    boolean leads =
        conjunction == 0
            || words.at(conjunction).startsSentence()
            || words.at(conjunction).afterPunctuation();
    for (int at = conjunction + 1; at < words.size(); at++) {
      Word word = words.at(at);
      boolean ends = at > conjunction + 1 && (word.startsSentence() || word.afterPunctuation());
      if (ends || (leads && at > conjunction + 2 && beginsMain(words, at))) {
        break;
      }
      if (!FunctionWords.contains(word.text())) {
        clause.add(word.stem());
      }
    }
    return clause;
  }

  /**
   * Tells whether the main clause begins here without a comma: if it fails is the order cancelled.
   */
  private static boolean beginsMain(Words words, int at) {
    String word = words.text(at);
    return QUESTIONS.contains(word)
        || (AUXILIARIES.contains(word) && SUBJECTS.contains(words.text(at + 1)));
  }
}
