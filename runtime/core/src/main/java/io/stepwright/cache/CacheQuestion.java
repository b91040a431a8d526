package io.stepwright.cache;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked up. Immutable.
 *
 * @param step {@code <agent>.<step>}
 * @param partition a digest of everything that has to be the same, in lower-case hexadecimal
 * @param id a digest of the text with case, white space and outer punctuation folded, or of all
 *     exact values if no text is named; in lower-case hexadecimal
 * @param text the text that is named, as it is; null if none is
 * @param similarity the least cosine of a hit by meaning; 1 or more for exact hits only
 * @param guards the names of the built-in guards that apply
 * @param ttl how long an answer is kept, before it is spread a little
 */
public record CacheQuestion(
    String step,
    String partition,
    String id,
    @Nullable String text,
    double similarity,
    Set<String> guards,
    Duration ttl) {

  /** A word piece has rarely more than ten characters, and embedders read a few hundred. */
  private static final int LONGEST_TEXT = 8_192;

  /** Copies the set. */
  public CacheQuestion {
    guards = Set.copyOf(guards);
  }

  /**
   * Whether texts that differ may share an answer. A text that no embedder reads to its end may
   * not: to find that out would take it seconds.
   */
  public boolean isSemantic() {
    return text != null && similarity < 1 && text.length() <= LONGEST_TEXT;
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "CacheQuestion[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
