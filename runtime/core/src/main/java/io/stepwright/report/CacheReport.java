package io.stepwright.report;

import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NotComparable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a step's look-up in the cache brought. Immutable.
 *
 * @param outcome how it ended
 * @param similarity the cosine of the question and the nearest that was compared with it, of a hit
 *     the one that was matched; NaN if none was compared by meaning
 * @param matchedText the text that was matched by meaning, else null. It may be another user's, so
 *     no text form of a report has it
 * @param age how old the answer is, for a hit; else null
 * @param start when the look-up began, from the start of the run on
 * @param duration how long the look-up took
 * @param inputTokensSaved what asking again would have cost, as far as the server counted
 * @param outputTokensSaved what answering again would have cost, as far as the server counted
 * @param costSaved what that would have cost in money; nothing without a hit
 * @param refusedBy the guards that refused something near enough
 * @param notApplicable the guards that could not judge the texts of a hit, or of something near
 *     enough that was not served for that reason
 * @param notComparable why the text was compared exactly only, for {@link
 *     CacheOutcome#NOT_COMPARABLE}; else null
 */
public record CacheReport(
    CacheOutcome outcome,
    double similarity,
    @Nullable String matchedText,
    @Nullable Duration age,
    Duration start,
    Duration duration,
    long inputTokensSaved,
    long outputTokensSaved,
    Cost costSaved,
    List<String> refusedBy,
    List<String> notApplicable,
    @Nullable NotComparable notComparable) {

  /** Copies the lists. */
  public CacheReport {
    refusedBy = List.copyOf(refusedBy);
    notApplicable = List.copyOf(notApplicable);
  }

  /** The outcome in a few words, such as {@code cached 0.962, 12 s old}; without any text. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(
        switch (outcome) {
          case EXACT -> "cached, equal";
          case SEMANTIC -> "cached, similar";
          case SHARED -> "shared";
          case MISS -> "not cached";
          case REFUSED ->
              refusedBy.isEmpty()
                  ? "not cached"
                  : "not cached, refused by " + String.join(", ", refusedBy);
          case NOT_COMPARABLE ->
              "not comparable" + (notComparable == null ? "" : ": " + notComparable.toText());
          case UNAVAILABLE -> "cache unavailable";
        });
    if (!Double.isNaN(similarity) && outcome != CacheOutcome.EXACT) {
      words.add(String.format(Locale.ROOT, "%.3f", similarity));
    }
    if (age != null && outcome != CacheOutcome.SHARED) {
      words.add(Waterfall.time(age.toNanos()) + " old");
    }
    if (!notApplicable.isEmpty()) {
      words.add("not judged by " + String.join(", ", notApplicable));
    }
    return String.join(", ", words);
  }
}
