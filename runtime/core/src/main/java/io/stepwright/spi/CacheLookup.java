package io.stepwright.spi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a cache look-up. Immutable.
 *
 * @param outcome the outcome
 * @param similarity the cosine of the question and the matched one; without a match, the highest
 *     cosine that was found; NaN if no texts were compared by meaning
 * @param matchedText the text of the matched question, for a hit by meaning; else null. It may be
 *     another user's.
 * @param age the age of the answer, for a hit; else null
 * @param inputTokensSaved the input tokens of the saved call, as far as the server counted them; 0
 *     without a hit
 * @param outputTokensSaved the output tokens of the saved call, as far as the server counted them;
 *     0 without a hit
 * @param refusedBy the names of the guards that refused a candidate that was near enough
 * @param notApplicable the names of the guards that could not judge: a hit by meaning, or a
 *     candidate that was near enough and was not served for that reason
 * @param nanos the duration of the look-up in nanoseconds, the wait for another run's answer
 *     included
 * @param embedding the embedding that was computed for the look-up; null if there was none, or if
 *     it was late
 * @param notComparable the reason why the text was compared exactly only, for {@link
 *     CacheOutcome#NOT_COMPARABLE}; else null
 */
public record CacheLookup(
    CacheOutcome outcome,
    double similarity,
    @Nullable String matchedText,
    @Nullable Duration age,
    long inputTokensSaved,
    long outputTokensSaved,
    List<String> refusedBy,
    List<String> notApplicable,
    long nanos,
    @Nullable EmbeddingCall embedding,
    @Nullable NotComparable notComparable) {

  /** Copies the lists. */
  public CacheLookup {
    refusedBy = List.copyOf(refusedBy);
    notApplicable = List.copyOf(notApplicable);
  }

  /** Leaves out the matched text, which may be personal. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "CacheLookup[%s, similarity=%.4f, age=%s]", outcome, similarity, age);
  }
}
