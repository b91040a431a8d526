package io.stepwright.cache;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked up. Immutable.
 *
 * @param step {@code <agent>.<step>}
 * @param partition a digest of everything that has to be the same, in lower-case hexadecimal
 * @param id a digest of the text's {@link TextKey}, or of all exact values if no text is named; in
 *     lower-case hexadecimal
 * @param text the text that is named, as it is; null if none is
 * @param similarity the least cosine of a hit by meaning; 1 or more for exact hits only
 * @param guards the names of the built-in guards that apply
 * @param ttl how long an answer is kept, before it is spread a little
 * @param servesUnjudged whether a near text is served that guards and embedder were not made for
 */
public record CacheQuestion(
    String step,
    String partition,
    String id,
    @Nullable String text,
    double similarity,
    Set<String> guards,
    Duration ttl,
    boolean servesUnjudged) {

  /** Copies the set. */
  public CacheQuestion {
    guards = Set.copyOf(guards);
  }

  /** A question that is answered by nothing that cannot be judged. */
  public CacheQuestion(
      String step,
      String partition,
      String id,
      @Nullable String text,
      double similarity,
      Set<String> guards,
      Duration ttl) {
    this(step, partition, id, text, similarity, guards, ttl, false);
  }

  /** Whether texts that differ may share an answer, if they can be compared. */
  public boolean isSemantic() {
    return text != null && similarity < 1;
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "CacheQuestion[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
