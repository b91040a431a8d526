package io.stepwright.cache.guard;

import java.util.Set;

/** Recognises the words of a text that negate. */
final class Negations {

  private static final Set<String> NEGATORS =
      Lists.set(
          """
          not no never none nothing nobody nowhere neither without non except unless hardly barely
          rarely seldom
          only solely exclusively
          """);

  /** Stems of words that negate the following word. */
  private static final Set<String> DENIALS =
      Lists.stems("stop avoid prevent refrain cease fail failure unable lack");

  /** Stems of words that may be equivalent to a negation. */
  private static final Set<String> ENDINGS =
      Lists.stems(
          """
          cancel end terminate quit disable deactivate close remove delete unsubscribe block suspend
          discontinue halt broken problem error issue trouble wrong lost forgot forgotten missing rid
          off out
          """);

  /** Verbs of thinking: "I don't know how to do it" asks how to do it. */
  private static final Set<String> THINKING =
      Lists.set("know sure understand figure work find remember see tell idea certain clear get");

  private static final Set<String> QUESTION_WORDS =
      Lists.set("how what where which when why who whom whose if whether");

  private Negations() {}

  /** Tells whether the word at an index negates. */
  static boolean isCue(Words words, int at) {
    Word word = words.at(at);
    if (DENIALS.contains(word.stem())) {
      return true;
    }
    if (word.is("nor")) {
      return !words.has("neither");
    }
    return NEGATORS.contains(word.text()) && !isNeutral(words, at);
  }

  /** Tells whether the word may be equivalent to a negation. */
  static boolean isEnding(Word word) {
    return ENDINGS.contains(word.stem());
  }

  /** Tells whether a negator does not negate the subject of the question. */
  private static boolean isNeutral(Words words, int at) {
    Word word = words.at(at);
    String next = words.text(at + 1);
    if (word.is("no")) {
      boolean number = at + 1 < words.size() && words.at(at + 1).startsWithDigit();
      return (number && words.at(at + 1).afterPunctuation())
          || isThinking(words, at)
          || switch (next) {
            case "problem", "worries", "doubt", "rush", "hurry", "matter" -> true;
            default -> false;
          };
    }
    if (!word.is("not")) {
      return false;
    }
    String before = words.text(at - 1);
    boolean alternative =
        before.equals("or")
            || (before.equals("why") && words.text(at - 2).equals("or"))
            || next.equals("only")
            || next.equals("just");
    return alternative || isThinking(words, at) || isTag(words, at);
  }

  private static boolean isThinking(Words words, int at) {
    for (int i = at + 1; i <= at + 3; i++) {
      if (THINKING.contains(words.text(i))) {
        return QUESTION_WORDS.contains(words.text(i + 1))
            || QUESTION_WORDS.contains(words.text(i + 2));
      }
    }
    return false;
  }

  /** Tells whether a word is in a question tag: the end of "it is open, isn't it?". */
  private static boolean isTag(Words words, int at) {
    return at + 2 == words.size()
        && at > 1
        && words.at(at - 1).afterPunctuation()
        && FunctionWords.isPronoun(words.text(at + 1));
  }
}
