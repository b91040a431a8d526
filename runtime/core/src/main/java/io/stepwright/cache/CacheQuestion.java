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

  /** Copies the set. */
  public CacheQuestion {
    guards = Set.copyOf(guards);
  }

  /** Whether texts that differ may share an answer. */
  public boolean isSemantic() {
    return text != null && similarity < 1;
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "CacheQuestion[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
