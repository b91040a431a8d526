package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.memory.SteadyClock;
import io.stepwright.cache.text.Scripts;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedding;
import org.jspecify.annotations.Nullable;

/** Looks up a question in all tiers. Thread-safe. */
final class LookUp {

  private final CacheTime time;
  private final SteadyClock steady;
  private final LocalAnswers local;
  private final Tier tier;
  private final Candidates candidates;
  private final LazyEmbedder embedder;

  LookUp(
      CacheTime time,
      SteadyClock steady,
      LocalAnswers local,
      Tier tier,
      Candidates candidates,
      LazyEmbedder embedder) {
    this.time = time;
    this.steady = steady;
    this.local = local;
    this.tier = tier;
    this.candidates = candidates;
    this.embedder = embedder;
  }

  /**
   * Looks up a question. Starts with the local answers again, because another thread may have
   * answered since.
   *
   * @param evicted the number of evictions of its step when the question was asked
   */
  LookupResult look(CacheQuestion question, long evicted) throws InterruptedException {
    CacheEntry known = local.find(question);
    if (known != null) {
      return LookupResult.exact(Hit.exact(known, known.createdMillis()));
    }
    String text = question.isSemantic() ? question.text() : null;
    Scripts languages = embedder.languages();
    NotComparable reason = text == null ? null : before(text, question, languages);
    TierResult found = tier.look(question, reason == null ? text : null);
    long now = time.millis().getAsLong();
    CacheEntry exact = found.exact();
    if (exact != null && EntryValidator.isSame(question, exact, now)) {
      local.keep(exact, evicted);
      return LookupResult.exact(Hit.exact(exact, made(exact)));
    }
    Embedding embedding = found.embedding();
    if (text == null || embedding == null) {
      return new LookupResult(
          null, null, found.call(), Candidates.Choice.NONE, reason, found.isComplete());
    }
    reason = Comparability.of(embedding);
    if (reason == null && languages == null) {
      // The embedder was still being made a moment ago.
      reason = before(text, question, embedder.languages());
    }
    Candidates.Choice choice =
        reason == null
            ? candidates.choose(question, text, embedding.vector(), found.near(), now)
            : Candidates.Choice.NONE;
    CacheEntry near = choice.entry();
    return new LookupResult(
        near == null ? null : Hit.semantic(near, made(near), choice, found.call()),
        embedding,
        found.call(),
        choice,
        reason,
        found.isComplete());
  }

  /** Makes the entry of a new answer after a look-up. */
  CacheEntry entry(CacheQuestion question, AnswerSource.Fresh<?> fresh, LookupResult result) {
    String text = question.isSemantic() ? question.text() : null;
    if (text == null || result.notComparable() != null) {
      return Entries.of(question, fresh, null, false, time);
    }
    // An embedding that was late for the look-up is available now.
    Embedding embedding =
        result.embedding() == null ? embedder.remembered(text) : result.embedding();
    boolean comparable =
        embedding == null
            || (Comparability.of(embedding) == null
                && before(text, question, embedder.languages()) == null);
    return Entries.of(question, fresh, embedding, comparable, time);
  }

  /**
   * Returns the time of an entry's creation on the steady clock. The clock of another machine, or
   * one that was set back, must not make its age negative.
   */
  long made(CacheEntry entry) {
    return steady.getAsLong() - Math.max(0, time.millis().getAsLong() - entry.createdMillis());
  }

  private static @Nullable NotComparable before(
      String text, CacheQuestion question, @Nullable Scripts languages) {
    return Comparability.of(text, question.servesUnjudged(), languages);
  }
}
