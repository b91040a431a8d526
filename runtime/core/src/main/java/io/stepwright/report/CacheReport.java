package io.stepwright.report;

import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NotComparable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result of a step's cache look-up. Immutable.
 *
 * @param outcome the outcome
 * @param similarity the cosine of the question and the nearest one that was compared, for a hit the
 *     matched one; NaN if no texts were compared by meaning
 * @param matchedText the text that was matched by meaning, else null. It may be another user's, so
 *     no text form of a report contains it.
 * @param age the age of the answer, for a hit; else null
 * @param start the start of the look-up, relative to the start of the run
 * @param duration the duration of the look-up
 * @param inputTokensSaved the input tokens of the saved call, as far as the server counted them
 * @param outputTokensSaved the output tokens of the saved call, as far as the server counted them
 * @param costSaved the cost of the saved call; nothing without a hit
 * @param refusedBy the guards that refused a candidate that was near enough
 * @param notApplicable the guards that could not judge a hit, or a candidate that was near enough
 *     and was not served for that reason
 * @param notComparable the reason why the text was compared exactly only, for {@link
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

  /**
   * Returns the outcome in a few words, such as {@code cached, similar, 0.962, 12.00 s old},
   * without texts of questions or answers.
   */
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
