package io.stepwright.cache.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds questions about something else of the same: why it failed, when it failed. */
final class QuestionWords {

  /** What a question asks for. */
  private enum Kind {
    REASON,
    TIME,
    PLACE,
    PERSON,
    MANNER,
    /** What, which, how many: it depends on what follows. */
    ANY;

    boolean excludes(Kind other) {
      if (this == other || this == ANY || other == ANY) {
        return false;
      }
      // "How do I find it" may be answered like "where do I find it".
      return !(this == MANNER && other == PLACE) && !(this == PLACE && other == MANNER);
    }
  }

  /** How long, how often: a question for a number or a time. */
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

  /** What the first question asks for that begins with such a word. */
  private static Kind of(Words words) {
    for (int at = 0; at < words.size(); at++) {
      boolean first =
          words.at(at).opens() || words.at(at).apart() || (at == 1 && words.at(0).opens());
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

  /** Whether one text is the other with a preposition more: what is in it, what is it. */
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
    // At the end it may be left out: where is it at?
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
