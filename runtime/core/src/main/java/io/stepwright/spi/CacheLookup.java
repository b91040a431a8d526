package io.stepwright.spi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up in the cache brought. Immutable.
 *
 * @param outcome how it ended
 * @param similarity the cosine of the question and the one that was matched; if none was, of the
 *     nearest that was looked at; NaN if none was compared by meaning
 * @param matchedText the text of the question that was matched, for a hit by meaning; else null. It
 *     may be another user's.
 * @param age how long ago the answer was made, for a hit; else null
 * @param inputTokensSaved what asking again would have cost, as far as the server counted; 0
 *     without a hit
 * @param outputTokensSaved what answering again would have cost, as far as the server counted; 0
 *     without a hit
 * @param refusedBy the guards that refused something near enough, by name
 * @param notApplicable the guards that could not tell, by name: about a hit by meaning, or about
 *     something near enough that was not served for that reason
 * @param nanos how long the look-up took, the wait for another run's answer included
 * @param embedding the embedding that was computed for it; null if there was none, or it came too
 *     late
 * @param notComparable why the text was compared exactly only, for {@link
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

  /** Leaves out the matched text: it may be personal. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "CacheLookup[%s, similarity=%.4f, age=%s]", outcome, similarity, age);
  }
}
