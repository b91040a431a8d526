package io.stepwright.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import io.stepwright.spi.cache.Embedding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tier that is a store outside this process, which may be slow or unavailable. A look-up uses one
 * other thread for all its work.
 */
final class SharedTier implements Tier {

  private static final System.Logger LOG = System.getLogger(SharedTier.class.getName());

  private final CacheStore store;
  private final StoreBreakers breakers;
  private final LazyEmbedder embedder;
  private final LookupThreads threads;
  private final Evictions evictions;
  private final Supplier<Budget> budgets;
  private final CacheTime time;
  private final Readiness readiness;
  private final @Nullable LeaseCoordinator leases;
  private final AtomicBoolean prepared = new AtomicBoolean();
  private final LongAdder failedWrites = new LongAdder();

  /**
   * Makes the tier of a store.
   *
   * @param leases null if every process asks for itself
   */
  SharedTier(
      CacheStore store,
      StoreBreakers breakers,
      LazyEmbedder embedder,
      LookupThreads threads,
      Evictions evictions,
      Supplier<Budget> budgets,
      CacheTime time,
      @Nullable LeaseCoordinator leases) {
    this.store = store;
    this.breakers = breakers;
    this.embedder = embedder;
    this.threads = threads;
    this.evictions = evictions;
    this.budgets = budgets;
    this.time = time;
    this.readiness = new Readiness(store, threads);
    this.leases = leases;
  }

  @Override
  public void prepare() {
    if (!prepared.getAndSet(true)) {
      threads.execute(store::prepare);
    }
  }

  @Override
  public boolean warmUp(Duration limit) throws InterruptedException {
    return new StoreWarmUp(readiness, breakers.lookUps(), threads)
        .run(
            new Budget(time.nanos(), limit.toNanos()),
            (question, budget, attempt) -> look(question, null, budget, attempt));
  }

  @Override
  public LeaseResult lease(CacheQuestion question, AnswerSource<?, ?> asking)
      throws InterruptedException {
    return leases == null || !readiness.isKnown()
        ? LeaseResult.UNLEASED
        : leases.await(
            question,
            asking,
            budget -> budget.spend(budget.enter(breakers.lookUps()), () -> find(question)));
  }

  @Override
  public TierResult look(CacheQuestion question, @Nullable String text)
      throws InterruptedException {
    Budget budget = budgets.get();
    try {
      readiness.await(budget);
      // Checked on the calling thread: an open breaker must not cost a wait for a thread.
      CircuitBreaker.Attempt attempt = budget.enter(breakers.lookUps());
      return threads.call(budget, () -> look(question, text, budget, attempt));
    } catch (UnavailableException e) {
      return TierResult.UNAVAILABLE;
    }
  }

  private TierResult look(
      CacheQuestion question, @Nullable String text, Budget budget, CircuitBreaker.Attempt attempt)
      throws UnavailableException, InterruptedException {
    Optional<CacheEntry> exact = budget.spend(attempt, () -> find(question));
    if (exact.isPresent()) {
      return TierResult.exact(exact.get());
    }
    if (text == null) {
      return TierResult.NOTHING;
    }
    Embedding remembered = embedder.remembered(text);
    Embedded embedded =
        remembered == null
            ? embedder.embed(text, budget, embedder.enter(budget))
            : Embedded.remembered(remembered);
    Embedding embedding = embedded.embedding();
    return TierResult.near(
        embedded,
        Comparability.of(embedding) == null
            ? near(question, embedding.vector(), budget)
            : List.of());
  }

  private List<CacheEntry> near(CacheQuestion question, float[] vector, Budget budget)
      throws UnavailableException, InterruptedException {
    return budget.spend(
        budget.enter(breakers.searches()),
        () -> {
          List<CacheEntry> near = new ArrayList<>();
          for (CacheEntry entry :
              store.nearest(question.partition(), vector, NEAREST, question.similarity())) {
            if (isPossible(question, entry)) {
              near.add(entry);
            }
          }
          return near;
        });
  }

  @Override
  public void served(CacheEntry entry) {}

  @Override
  public void keep(CacheEntry entry, long evictions) throws InterruptedException {
    Budget budget = budgets.get();
    try {
      readiness.await(budget);
      if (breakers.lookUps().isOpen()) {
        throw new UnavailableException(); // Unavailable anyway: failed writes are no news.
      }
      CircuitBreaker.Attempt attempt = budget.enter(breakers.writes());
      threads.call(budget, () -> put(entry, evictions, budget, attempt));
    } catch (UnavailableException e) {
      failedWrites.increment();
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "An answer of " + entry.step() + " could not be put into the cache in time.");
    }
  }

  @Override
  public void index(CacheEntry entry, long evictions, Budget budget)
      throws UnavailableException, InterruptedException {
    Optional<CacheEntry> now =
        budget.spend(
            budget.enter(breakers.lookUps()),
            () -> Optional.ofNullable(store.find(entry.partition(), entry.id())));
    if (now.isPresent() && Entries.isSameAnswer(now.get(), entry)) {
      put(entry, evictions, budget, budget.enter(breakers.writes()));
    }
  }

  /**
   * Finds the entry of a question and checks that it is the answer: the store is not trusted with
   * that.
   */
  private Optional<CacheEntry> find(CacheQuestion question) throws CacheStoreException {
    CacheEntry entry = store.find(question.partition(), question.id());
    return entry != null
            && isPossible(question, entry)
            && EntryValidator.isSame(question, entry, time.millis().getAsLong())
        ? Optional.of(entry)
        : Optional.empty();
  }

  private boolean isPossible(CacheQuestion question, CacheEntry entry) {
    boolean possible = EntryValidator.isPossible(question, entry, time.millis().getAsLong());
    if (!possible) {
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "An entry of " + question.step() + " has impossible times, numbers or lengths.");
    }
    return possible;
  }

  private boolean put(
      CacheEntry entry, long evictions, Budget budget, CircuitBreaker.Attempt attempt)
      throws UnavailableException, InterruptedException {
    return budget.spend(
        attempt,
        () -> {
          if (this.evictions.count(entry.step()) != evictions) {
            return false;
          }
          store.put(entry);
          // Checked again: there may have been an eviction since.
          if (this.evictions.count(entry.step()) != evictions) {
            store.remove(entry.partition(), entry.id());
          }
          return true;
        });
  }

  @Override
  public void remove(CacheEntry entry) {
    threads.execute(
        () -> {
          Budget budget = budgets.get();
          try {
            budget.spend(
                budget.enter(breakers.writes()),
                () -> {
                  store.remove(entry.partition(), entry.id());
                  return true;
                });
          } catch (UnavailableException | InterruptedException e) {
            // The entry stays unusable, and is removed when it is found again.
            LOG.log(
                System.Logger.Level.DEBUG,
                () -> "An unusable entry of " + entry.step() + " could not be removed.");
          }
        });
  }

  @Override
  public void evict(String step) throws CacheStoreException {
    threads.await(() -> store.evict(step));
  }

  @Override
  public void evict(String step, String id) throws CacheStoreException {
    threads.await(() -> store.evict(step, id));
  }

  @Override
  public long failedWrites() {
    return failedWrites.sum();
  }
}
