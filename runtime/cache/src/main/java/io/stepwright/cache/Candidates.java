package io.stepwright.cache;

import io.stepwright.cache.guard.JudgedText;
import io.stepwright.spi.cache.CacheEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses among the entries that may answer a question by meaning. */
final class Candidates {

  /**
   * The result of a choice.
   *
   * @param entry the nearest entry that is near enough and passes all guards, or null
   * @param similarity the cosine of that entry, or else of the nearest one; NaN if there was none
   * @param refusedBy the guards that refused an entry that was near enough
   * @param notApplicable the guards that could not judge the chosen entry; if no entry was chosen,
   *     those that could not judge an entry that was near enough
   */
  record Choice(
      @Nullable CacheEntry entry,
      double similarity,
      List<String> refusedBy,
      List<String> notApplicable) {

    static final Choice NONE = new Choice(null, Double.NaN, List.of(), List.of());

    /** Tells whether an entry was near enough and was not served. */
    boolean isRefused() {
      return entry == null && !(refusedBy.isEmpty() && notApplicable.isEmpty());
    }
  }

  private record Candidate(CacheEntry entry, String text, double similarity) {}

  private final GuardChecks guards;

  Candidates(GuardChecks guards) {
    this.guards = guards;
  }

  /**
   * Chooses among entries by the cosine of their own vectors, without trusting the store's order.
   */
  Choice choose(
      CacheQuestion question,
      String asked,
      float[] vector,
      List<CacheEntry> entries,
      long nowMillis) {
    List<Candidate> candidates = nearestFirst(question, vector, entries, nowMillis);
    JudgedText judged = new JudgedText(asked);
    Set<String> refusedBy = new LinkedHashSet<>();
    Set<String> notApplicable = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (!(candidate.similarity() >= question.similarity())) {
        break;
      }
      GuardChecks.Opinion opinion =
          guards.ask(question.guards(), judged, new JudgedText(candidate.text()));
      if (opinion.refusing().isEmpty()
          && (question.servesUnjudged() || opinion.notApplicable().isEmpty())) {
        return new Choice(
            candidate.entry(),
            candidate.similarity(),
            List.copyOf(refusedBy),
            opinion.notApplicable());
      }
      refusedBy.addAll(opinion.refusing());
      notApplicable.addAll(opinion.notApplicable());
    }
    return candidates.isEmpty()
        ? Choice.NONE
        : new Choice(
            null,
            candidates.get(0).similarity(),
            List.copyOf(refusedBy),
            List.copyOf(notApplicable));
  }

  private static List<Candidate> nearestFirst(
      CacheQuestion question, float[] vector, List<CacheEntry> entries, long nowMillis) {
    List<Candidate> candidates = new ArrayList<>(entries.size());
    for (CacheEntry entry : entries) {
      String text = entry.text();
      float[] remembered = entry.vector();
      // No question that is compared has such a text, and judging it takes time.
      if (text != null
          && remembered != null
          && text.length() <= Comparability.LONGEST_TEXT
          && EntryValidator.isComparable(question, entry, nowMillis)) {
        double similarity = Cosine.of(vector, remembered);
        if (!Double.isNaN(similarity)) {
          candidates.add(new Candidate(entry, text, similarity));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
    return candidates;
  }
}
