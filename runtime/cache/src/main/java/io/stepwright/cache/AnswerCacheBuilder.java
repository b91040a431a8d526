package io.stepwright.cache;

import io.stepwright.cache.guard.Guards;
import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.cache.memory.SteadyClock;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.NearMatchGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A builder of an {@link AnswerCache}. Not thread-safe. */
public final class AnswerCacheBuilder {

  private static final long BACKGROUND_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final @Nullable CacheStore store;
  private @Nullable EmbedderMaker embedder;
  private List<NearMatchGuard> guards = List.of();
  private List<NearMatchGuard> globalGuards = List.of();
  private Duration timeout = Duration.ofMillis(50);
  private @Nullable Duration sharedTimeout;
  private CacheTime time = CacheTime.SYSTEM;

  AnswerCacheBuilder(@Nullable CacheStore store) {
    this.store = store;
  }

  /**
   * Makes the embedder when the first question needs it; it is closed with the cache. Without an
   * embedder nothing is found by meaning.
   */
  public AnswerCacheBuilder embedder(EmbedderMaker maker) {
    this.embedder = maker;
    return this;
  }

  /** Sets the guards that questions may {@link CacheQuestion#guards name}. Default: none. */
  public AnswerCacheBuilder guards(List<NearMatchGuard> named) {
    this.guards = List.copyOf(named);
    return this;
  }

  /** Lets questions name all built-in guards, as {@link io.stepwright.Guard} lists them. */
  public AnswerCacheBuilder builtInGuards() {
    return guards(Guards.names().stream().map(Guards::of).toList());
  }

  /**
   * Sets the guards of every question, besides those that it names and {@link Guards#always}.
   * Default: none.
   */
  public AnswerCacheBuilder globalGuards(List<NearMatchGuard> additional) {
    this.globalGuards = List.copyOf(additional);
    return this;
  }

  /** Sets the time limit of the store and the embedder together for one look-up. Default: 50 ms. */
  public AnswerCacheBuilder timeout(Duration limit) {
    this.timeout = limit;
    return this;
  }

  /**
   * Sets the longest wait for another process that asks the same question. Null, the default, lets
   * every process ask.
   */
  public AnswerCacheBuilder sharedTimeout(@Nullable Duration limit) {
    this.sharedTimeout = limit;
    return this;
  }

  AnswerCacheBuilder time(CacheTime clocks) {
    this.time = clocks;
    return this;
  }

  /** Makes the cache. Starts no thread yet. */
  public AnswerCache build() {
    Evictions evictions = new Evictions();
    SteadyClock steady = new SteadyClock(time.millis(), time.nanos());
    MemoryStore memory = new MemoryStore(steady, time.nanos());
    CacheTime ofEntries = store == null ? time.on(steady) : time;
    LazyEmbedder lazy =
        new LazyEmbedder(embedder, new CircuitBreaker("The embedder", time.nanos()));
    CacheStore kept = store == null ? memory : store;
    LookupThreads threads =
        new LookupThreads(
            threadsAtMost(),
            () -> {
              lazy.close();
              kept.close();
            });
    Supplier<Budget> budgets = budgets(timeout.toNanos());
    Tier tier =
        store == null
            ? new InProcessTier(memory, lazy, threads, evictions, budgets)
            : shared(store, lazy, threads, evictions, budgets);
    LocalAnswers local =
        new LocalAnswers(memory, store != null, evictions, steady, ofEntries.millis());
    List<NearMatchGuard> always = new ArrayList<>(Guards.always());
    always.addAll(globalGuards);
    Candidates candidates = new Candidates(new GuardChecks(guards, always));
    return new AnswerCache(
        new CacheComponents(
            ofEntries,
            steady,
            local,
            tier,
            new LookUp(ofEntries, steady, local, tier, candidates, lazy),
            evictions,
            lazy,
            new BackgroundIndexer(lazy, tier, threads, budgets(BACKGROUND_NANOS)),
            threads));
  }

  private Tier shared(
      CacheStore kept,
      LazyEmbedder lazy,
      LookupThreads threads,
      Evictions evictions,
      Supplier<Budget> budgets) {
    StoreBreakers breakers = StoreBreakers.of(time.nanos());
    LeaseCoordinator leases =
        sharedTimeout == null
            ? null
            : new LeaseCoordinator(kept, breakers.writes(), threads, budgets, time, sharedTimeout);
    return new SharedTier(kept, breakers, lazy, threads, evictions, budgets, time, leases);
  }

  private Supplier<Budget> budgets(long nanos) {
    return () -> new Budget(time.nanos(), nanos);
  }

  /** More than the cores, because most of the threads wait for a server. */
  private static int threadsAtMost() {
    return Math.max(8, 4 * Runtime.getRuntime().availableProcessors());
  }
}
