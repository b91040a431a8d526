package io.stepwright.cache;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the cache. Immutable.
 *
 * @param step {@code <agent>.<step>}
 * @param partition a digest of everything that must be equal, in lower-case hexadecimal
 * @param id a digest of the text's {@link TextKey}, or of all exact values if there is no text; in
 *     lower-case hexadecimal
 * @param text the text that is compared, unchanged; null if there is none
 * @param similarity the least cosine of a hit by meaning; 1 or more for exact hits only
 * @param guards the names of the built-in guards that apply
 * @param ttl the time for which an answer is kept, before its random spread
 * @param servesUnjudged true if a near text is served that guards or embedder do not support
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

  /** Makes a question that is not answered with texts that cannot be judged. */
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

  /** Tells whether different texts may share an answer, if they can be compared. */
  public boolean isSemantic() {
    return text != null && similarity < 1;
  }

  /** Leaves out the text, which may be personal. */
  @Override
  public String toString() {
    return "CacheQuestion[step=" + step + ", partition=" + partition + ", id=" + id + "]";
  }
}
