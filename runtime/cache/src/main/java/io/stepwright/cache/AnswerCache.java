package io.stepwright.cache;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AnswerSource;
import io.stepwright.cache.memory.SteadyClock;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A cache of answers. Thread-safe.
 *
 * <p>The look-up of a question first tries the exact answers of this process. If another thread of
 * this process is finding the answer, it waits for that. Then it asks the store, first exactly and
 * then by meaning, and at last the source. If a store or an embedder fails or exceeds its time
 * limit, the source is asked.
 */
public final class AnswerCache implements AutoCloseable {

  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** A load takes about a second; a load that hangs must not keep the program from ending. */
  private static final Duration LONGEST_LOAD = Duration.ofSeconds(10);

  private final CacheTime time;
  private final SteadyClock steady;
  private final LocalAnswers local;
  private final Tier tier;
  private final LookUp lookUp;
  private final SingleFlight flights = new SingleFlight();
  private final Evictions evictions;
  private final LazyEmbedder embedder;
  private final BackgroundIndexer indexer;
  private final LookupThreads threads;

  AnswerCache(CacheComponents parts) {
    this.time = parts.time();
    this.steady = parts.steady();
    this.local = parts.local();
    this.tier = parts.tier();
    this.lookUp = parts.lookUp();
    this.evictions = parts.evictions();
    this.embedder = parts.embedder();
    this.indexer = parts.indexer();
    this.threads = parts.threads();
  }

  /** Returns a builder of a cache that keeps its answers in this process. */
  public static AnswerCacheBuilder inProcess() {
    return new AnswerCacheBuilder(null);
  }

  /**
   * Returns a builder of a cache that keeps its answers in a store that other processes may share.
   *
   * @param store closed with the cache
   */
  public static AnswerCacheBuilder shared(CacheStore store) {
    return new AnswerCacheBuilder(store);
  }

  /** Begins to make the embedder in the background, unless that has begun. Returns at once. */
  public void warmUp() {
    embedder.warmUp();
  }

  /** Begins to prepare the store in the background, such as to connect. Returns at once. */
  public void prepare() {
    tier.prepare();
  }

  /**
   * Makes the embedder and prepares the store, unless that has happened, and waits for both.
   *
   * @return true if texts can be compared by meaning and the store answers now; false if the time
   *     is over, the embedder cannot be made or the store cannot be used
   * @throws InterruptedException if the thread was interrupted
   */
  public boolean warmUp(Duration limit) throws InterruptedException {
    long start = time.nanos().getAsLong();
    prepare();
    warmUp();
    boolean ready = tier.warmUp(limit);
    long left = limit.toNanos() - (time.nanos().getAsLong() - start);
    return !embedder.isFailed() && embedder.await(Math.max(0, left)) && ready;
  }

  /**
   * Returns the answer to a question: cached, shared or new.
   *
   * @param <T> the type of the value
   * @param <X> the type of the source's failures
   * @param source asked on this thread, if necessary, and at most once
   * @throws X the failure of the source; or, as the same object, the failure of another thread's
   *     source that asked the same question and declared the failure shared
   * @throws InterruptedException if the thread was interrupted; other waiting threads are not
   *     affected
   */
  public <T, X extends Exception> Answer<T> answer(
      CacheQuestion question, AnswerSource<T, X> source) throws X, InterruptedException {
    long start = time.nanos().getAsLong();
    while (true) {
      Answer<T> known = local(question, source, start);
      if (known != null) {
        return known;
      }
      Flight mine = new Flight();
      Flight other = flights.start(question, mine);
      if (other == null) {
        return lead(question, source, mine, start);
      }
      Flight.Outcome outcome = other.await();
      if (outcome instanceof Flight.Outcome.Failed failed) {
        @SuppressWarnings("unchecked") // Sources of one question fail in the same ways.
        X failure = (X) failed.failure();
        throw failure;
      }
      if (outcome instanceof Flight.Outcome.Answered answered) {
        Answer<T> shared = serve(answered.hit(), source, start);
        // The answer does not suit this source, although it suited the other one. Asking is better
        // than waiting for the next flight.
        return shared != null ? shared : lead(question, source, new Flight(), start);
      }
    }
  }

  /**
   * Evicts all answers of a step. Answers that are being requested now are not cached.
   *
   * @param step {@code <agent>.<step>}
   * @throws CacheStoreException if a shared store may still have some
   */
  public void evict(String step) throws CacheStoreException {
    forget(step);
    try {
      tier.evict(step);
    } finally {
      // Repeated: entries that were read from the store meanwhile were old.
      forget(step);
    }
  }

  /**
   * Evicts the answers of a step to one question. Answers that are being requested now are not
   * cached.
   *
   * @param step {@code <agent>.<step>}
   * @param id as in {@link CacheQuestion#id}
   * @throws CacheStoreException if a shared store may still have some
   */
  public void evict(String step, String id) throws CacheStoreException {
    forget(step, id);
    try {
      tier.evict(step, id);
    } finally {
      forget(step, id);
    }
  }

  /**
   * Returns the number of answers that a shared store has not taken in time. They are kept in this
   * process only.
   */
  public long failedWrites() {
    return tier.failedWrites();
  }

  /**
   * Closes the store, the embedder and the threads. Waits at most two seconds for look-ups and ten
   * seconds for an embedder that is being made. Later questions find nothing, and their answers are
   * not kept in a shared store.
   */
  @Override
  public void close() {
    embedder.stop();
    threads.close(CLOSE_NANOS);
    embedder.awaitStopped(LONGEST_LOAD);
  }

  /** Tells whether the embedder has been made. */
  boolean isWarm() {
    return embedder.isMade();
  }

  /** Returns the number of questions that are being answered now. */
  int flights() {
    return flights.size();
  }

  /** Returns the approximate number of threads that wait for another thread's answer. */
  int waiting() {
    return flights.waiting();
  }

  private <T, X extends Exception> Answer<T> lead(
      CacheQuestion question, AnswerSource<T, X> source, Flight flight, long start)
      throws X, InterruptedException {
    // Failures here affect only this caller, unless they are published to the flight.
    Flight.Outcome outcome = new Flight.Outcome.Abandoned();
    long evicted = evictions.count(question.step());
    LeaseResult lease = LeaseResult.UNLEASED;
    try {
      AnswerSource.Fresh<T> fresh;
      CacheLookup lookup;
      CacheEntry entry;
      try {
        LookupResult result = lookUp.look(question, evicted);
        Hit hit = result.hit();
        if (hit == null) {
          lease = tier.lease(question, source);
          hit = shared(lease.entry(), evicted);
        }
        if (hit != null) {
          Answer<T> answer = serve(hit, source, start);
          if (answer != null) {
            outcome = new Flight.Outcome.Answered(hit);
            return answer;
          }
        }
        lookup = result.missed(time.nanos().getAsLong() - start);
        try {
          fresh = source.ask(lookup);
        } catch (InterruptedException e) {
          throw e;
        } catch (Exception e) {
          if (source.isShared(e)) {
            outcome = new Flight.Outcome.Failed(e);
          }
          throw e;
        }
        entry = lookUp.entry(question, fresh, result);
        if (fresh.cacheable()) {
          local.keep(entry, evicted);
        }
        if (source.isAnswerShared()) {
          outcome = new Flight.Outcome.Answered(Hit.shared(entry, lookUp.made(entry)));
        }
      } finally {
        flights.complete(question, flight, outcome);
      }
      if (fresh.cacheable()) {
        keep(question, entry, evicted);
      }
      return new Answer<>(fresh.value(), lookup);
    } finally {
      lease.close();
    }
  }

  private @Nullable Hit shared(@Nullable CacheEntry answer, long evicted) {
    if (answer == null) {
      return null;
    }
    local.keep(answer, evicted);
    return Hit.shared(answer, lookUp.made(answer));
  }

  private <T> @Nullable Answer<T> local(
      CacheQuestion question, AnswerSource<T, ?> source, long start) throws InterruptedException {
    CacheEntry known = local.find(question);
    return known == null ? null : serve(Hit.exact(known, known.createdMillis()), source, start);
  }

  /**
   * Reads a cached answer. Returns null if it cannot be used: an answer that does not fit is
   * removed, one that only this source does not accept is kept.
   */
  private <T> @Nullable Answer<T> serve(Hit hit, AnswerSource<T, ?> source, long start)
      throws InterruptedException {
    T value = source.read(hit.entry().answer());
    if (value == null) {
      local.remove(hit.entry());
      tier.remove(hit.entry());
      return null;
    }
    if (!source.accepts(value)) {
      return null;
    }
    if (hit.outcome() == CacheOutcome.SEMANTIC) {
      tier.served(hit.entry());
    }
    long now = time.nanos().getAsLong();
    return new Answer<>(value, hit.lookup(steady.at(now), now - start));
  }

  private void keep(CacheQuestion question, CacheEntry entry, long evicted) {
    try {
      tier.keep(entry, evicted);
    } catch (InterruptedException e) {
      // The answer is complete; the interrupt takes effect at the thread's next step.
      Thread.currentThread().interrupt();
    }
    String text = entry.text();
    if (text != null && entry.vector() == null) {
      indexer.add(entry, text, question.servesUnjudged(), evicted);
    }
  }

  private void forget(String step) {
    evictions.add(step);
    flights.forget(step);
    local.evict(step);
  }

  private void forget(String step, String id) {
    evictions.add(step);
    flights.forget(step, id);
    local.evict(step, id);
  }
}
