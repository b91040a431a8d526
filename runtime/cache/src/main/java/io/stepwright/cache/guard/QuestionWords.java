package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds questions for another aspect of the same: why it failed, when it failed. */
final class QuestionWords {

  /** The aspect that a question asks for. */
  private enum Kind {
    REASON,
    TIME,
    PLACE,
    PERSON,
    MANNER,
    /** Depends on the following word: what, which, how many. */
    ANY;

    boolean excludes(Kind other) {
      if (this == other || this == ANY || other == ANY) {
        return false;
      }
      // "How do I find it" may be answered like "where do I find it".
      return !(this == MANNER && other == PLACE) && !(this == PLACE && other == MANNER);
    }
  }

  /** Words after "how" that ask for a number or a time: how long, how often. */
  private static final Set<String> DEGREES =
      Lists.set(
          """
          many much long often soon far old late early fast quickly big large high tall deep heavy
          expensive come about
          """);

  private static final Set<String> PREPOSITIONS =
      Lists.set(
          """
          in inside into on onto under behind for from to with without about against near above below
          beside between through over after before
          """);

  private QuestionWords() {}

  static boolean differ(Words one, Words other) {
    return of(one).excludes(of(other)) || partByPreposition(one, other);
  }

  /** Returns the aspect of the first question that begins with a question word. */
  private static Kind of(Words words) {
    for (int at = 0; at < words.size(); at++) {
      boolean first =
          words.at(at).startsSentence()
              || words.at(at).afterPunctuation()
              || (at == 1 && words.at(0).startsSentence());
      if (first) {
        Kind kind = kind(words.text(at), words.text(at + 1));
        if (kind != null) {
          return kind;
        }
      }
    }
    return Kind.ANY;
  }

  private static @Nullable Kind kind(String word, String next) {
    return switch (word) {
      case "why" -> Kind.REASON;
      case "when" -> Kind.TIME;
      case "where" -> Kind.PLACE;
      case "who", "whom", "whose" -> Kind.PERSON;
      case "how" ->
          DEGREES.contains(next) ? (next.equals("come") ? Kind.REASON : Kind.ANY) : Kind.MANNER;
      case "what", "which" -> Kind.ANY;
      default -> null;
    };
  }

  /** Tells whether the texts differ by one preposition only: what is in it, what is it. */
  private static boolean partByPreposition(Words one, Words other) {
    return one.size() > other.size() ? isOneMore(one, other) : isOneMore(other, one);
  }

  private static boolean isOneMore(Words longer, Words shorter) {
    if (longer.size() != shorter.size() + 1) {
      return false;
    }
    List<String> stems = stems(longer);
    List<String> others = stems(shorter);
    int at = 0;
    while (at < others.size() && stems.get(at).equals(others.get(at))) {
      at++;
    }
    // A preposition at the end may be left out: where is it at?
    return at < others.size()
        && PREPOSITIONS.contains(longer.text(at))
        && stems.subList(at + 1, stems.size()).equals(others.subList(at, others.size()));
  }

  private static List<String> stems(Words words) {
    List<String> stems = new ArrayList<>(words.size());
    for (Word word : words.list()) {
      stems.add(word.stem());
    }
    return stems;
  }
}
