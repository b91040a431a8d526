package io.stepwright.cache;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreException;
import io.stepwright.spi.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A store outside this process, which may be slow or away. A look-up does all it has to on one
 * other thread.
 */
final class SharedTier implements Tier {

  private static final System.Logger LOG = System.getLogger(SharedTier.class.getName());

  private final CacheStore store;
  private final CircuitBreaker breaker;
  private final LazyEmbedder embedder;
  private final LookupThreads threads;
  private final Evictions evictions;
  private final Supplier<Budget> budgets;
  private final LongAdder failedWrites = new LongAdder();

  SharedTier(
      CacheStore store,
      CircuitBreaker breaker,
      LazyEmbedder embedder,
      LookupThreads threads,
      Evictions evictions,
      Supplier<Budget> budgets) {
    this.store = store;
    this.breaker = breaker;
    this.embedder = embedder;
    this.threads = threads;
    this.evictions = evictions;
    this.budgets = budgets;
  }

  @Override
  public Found look(CacheQuestion question) throws InterruptedException {
    Budget budget = budgets.get();
    try {
      // Here, not there: what is to be left alone must not cost a wait for a thread.
      CircuitBreaker.Attempt attempt = budget.enter(breaker);
      return threads.call(budget, () -> look(question, budget, attempt));
    } catch (UnavailableException e) {
      return Found.UNAVAILABLE;
    }
  }

  private Found look(CacheQuestion question, Budget budget, CircuitBreaker.Attempt attempt)
      throws UnavailableException, InterruptedException {
    Optional<CacheEntry> exact =
        budget.spend(attempt, () -> find(question.partition(), question.id()));
    if (exact.isPresent()) {
      return Found.exact(exact.get());
    }
    String text = question.text();
    if (text == null || !question.isSemantic()) {
      return Found.NOTHING;
    }
    Embedding remembered = embedder.remembered(text);
    Embedded embedded =
        remembered == null
            ? embedder.embed(text, budget, embedder.enter(budget))
            : Embedded.remembered(remembered);
    Embedding embedding = embedded.embedding();
    return Found.near(
        embedded, embedding.truncated() ? List.of() : near(question, embedding.vector(), budget));
  }

  private List<CacheEntry> near(CacheQuestion question, float[] vector, Budget budget)
      throws UnavailableException, InterruptedException {
    return budget.spend(
        budget.enter(breaker),
        () ->
            List.copyOf(
                store.nearest(question.partition(), vector, NEAREST, question.similarity())));
  }

  @Override
  public void served(CacheEntry entry) {}

  @Override
  public void keep(CacheEntry entry, long evictions) throws InterruptedException {
    Budget budget = budgets.get();
    try {
      CircuitBreaker.Attempt attempt = budget.enter(breaker);
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
        budget.spend(budget.enter(breaker), () -> find(entry.partition(), entry.id()));
    if (now.isPresent() && Entries.isSameAnswer(now.get(), entry)) {
      put(entry, evictions, budget, budget.enter(breaker));
    }
  }

  private Optional<CacheEntry> find(String partition, String id) throws CacheStoreException {
    return Optional.ofNullable(store.find(partition, id));
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
          // Once more: there may have been one since.
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
                budget.enter(breaker),
                () -> {
                  store.remove(entry.partition(), entry.id());
                  return true;
                });
          } catch (UnavailableException | InterruptedException e) {
            // It cannot be read now, and will be no better when it is found again.
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
