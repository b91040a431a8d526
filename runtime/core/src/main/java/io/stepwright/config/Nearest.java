package io.stepwright.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the most similar name for a misspelt one: the name with the least edit distance
 * (Levenshtein, with adjacent transpositions as one edit), if the distance is at most a third of
 * its length, at least one and at most four edits.
 */
public final class Nearest {

  /**
   * The maximum length of compared names: the distance takes time and memory proportional to the
   * product of both lengths.
   */
  private static final int LONGEST = 200;

  /** The minimum length of a name that is surely misspelt: short names are alike by chance. */
  private static final int SHORTEST = 5;

  private Nearest() {}

  /** Returns the most similar name, or empty if none is similar. */
  public static Optional<String> to(String wrong, Collection<String> names) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String name : wrong.length() > LONGEST ? List.<String>of() : names) {
      if (name.length() > LONGEST) {
        continue;
      }
      int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < bestDistance && distance <= Math.max(1, Math.min(4, name.length() / 3))) {
        best = name;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns {@code " Did you mean 'x'?"}, or an empty text. */
  public static String hint(String wrong, Collection<String> names) {
    return to(wrong, names).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /**
   * Tells whether a name is surely a misspelt other one: two letters are swapped, or one is wrong,
   * missing or too many within the word. Another letter at the beginning or the end makes a name of
   * its own (grok and groq, llama and ollama, gpu-a and gpu-b), and so do other digits and
   * separators (vllm and vllm2).
   */
  public static boolean isTypo(String wrong, String name) {
    String a = wrong.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    if (Math.min(a.length(), b.length()) < SHORTEST || Math.max(a.length(), b.length()) > LONGEST) {
      return false;
    }
    boolean inside =
        a.charAt(0) == b.charAt(0) && a.charAt(a.length() - 1) == b.charAt(b.length() - 1);
    return (inside || sorted(a).equals(sorted(b)))
        && withoutLetters(a).equals(withoutLetters(b))
        && distance(a, b) == 1;
  }

  private static String sorted(String text) {
    char[] letters = text.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static String withoutLetters(String text) {
    StringBuilder others = new StringBuilder();
    text.codePoints().filter(c -> !Character.isLetter(c)).forEach(others::appendCodePoint);
    return others.toString();
  }

  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : least(a, b, i, j, distances);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int least(String a, String b, int i, int j, int[][] distances) {
    int replace = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
  }
}
