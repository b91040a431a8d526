package io.stepwright.cache;

import io.stepwright.cache.text.Scripts;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An embedder that is made once, in the background. Until it is made, and if it cannot be made,
 * texts have no embeddings. Thread-safe.
 */
final class LazyEmbedder {

  private static final System.Logger LOG = System.getLogger(LazyEmbedder.class.getName());

  private final @Nullable EmbedderMaker maker;
  private final CircuitBreaker breaker;
  private final ThreadFactory threads;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CompletableFuture<Embedder> made = new CompletableFuture<>();
  private final EmbeddingMemo memo = new EmbeddingMemo();
  private volatile @Nullable Thread making;
  private volatile boolean stopped;
  private volatile @Nullable Scripts languages;

  // One permit per core: more concurrent embeddings would only delay each other.
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  /**
   * Makes the wrapper, but no embedder yet.
   *
   * @param maker null if there is no embedder
   */
  LazyEmbedder(@Nullable EmbedderMaker maker, CircuitBreaker breaker) {
    this(maker, breaker, LazyEmbedder::thread);
  }

  /** Makes the wrapper with a factory for the thread that makes the embedder. */
  LazyEmbedder(@Nullable EmbedderMaker maker, CircuitBreaker breaker, ThreadFactory threads) {
    this.maker = maker;
    this.breaker = breaker;
    this.threads = threads;
  }

  /** Makes a thread with the caller's context class loader: libraries find their parts by it. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "stepwright-embedder");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to make the embedder, unless that has begun. */
  void warmUp() {
    if (maker != null && !started.get() && started.compareAndSet(false, true)) {
      start(maker);
    }
  }

  private void start(EmbedderMaker maker) {
    try {
      Thread thread = threads.newThread(() -> make(maker));
      making = thread;
      thread.start();
    } catch (Throwable e) {
      // A missing embedder means fewer hits; it must not fail the step that asks.
      fail(e, "Its thread could not be started.");
    }
  }

  /** Waits until the embedder is made or cannot be made. Returns true if it is made in time. */
  boolean await(long nanos) throws InterruptedException {
    warmUp();
    try {
      made.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (CancellationException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Runs an action, on any thread, as soon as the embedder is made or cannot be made. */
  @SuppressWarnings("FutureReturnValueIgnored") // The action reports its own failures.
  void whenSettled(Runnable action) {
    made.whenComplete((embedder, failure) -> action.run());
  }

  /** Tells whether there will never be an embedder. */
  boolean isFailed() {
    return maker == null || made.isCompletedExceptionally();
  }

  /** Returns the embedding of a recent text, or null. */
  @Nullable Embedding remembered(String text) {
    return memo.find(text);
  }

  /** Returns the languages of the embedder, or null if it is not made. */
  @Nullable Scripts languages() {
    return isMade() ? languages : null;
  }

  /** Begins to use the embedder. */
  CircuitBreaker.Attempt enter(Budget budget) throws UnavailableException {
    warmUp();
    if (!isMade()) {
      throw new UnavailableException();
    }
    return budget.enter(breaker);
  }

  /** Computes the embedding of a text. It is kept even if it is late for the caller. */
  Embedded embed(String text, Budget budget, CircuitBreaker.Attempt attempt)
      throws UnavailableException, InterruptedException {
    Embedder embedder = made.join();
    return budget.spend(
        attempt,
        () -> {
          if (!cores.tryAcquire(budget.remaining(), TimeUnit.NANOSECONDS)) {
            throw new UnavailableException();
          }
          try {
            long start = System.nanoTime();
            Embedding embedding = embedder.embed(text);
            long nanos = System.nanoTime() - start;
            memo.put(text, embedding);
            return Embedded.now(embedder, embedding, start, nanos);
          } finally {
            cores.release();
          }
        });
  }

  /** Prevents the embedder from being made, if that has not begun. */
  void stop() {
    stopped = true;
    if (started.compareAndSet(false, true)) {
      made.completeExceptionally(new CancellationException());
    }
  }

  /**
   * Waits, after {@link #stop}, until the embedder is not being made any more.
   *
   * @param limit the longest wait; not 0
   */
  void awaitStopped(Duration limit) {
    Thread thread = making;
    if (thread == null) {
      return;
    }
    try {
      thread.join(limit.toMillis());
      if (thread.isAlive()) {
        LOG.log(
            System.Logger.Level.DEBUG,
            "The embedder is still being loaded, and is closed as soon as it is.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes the embedder, or, if it is still being made, as soon as it is made. */
  @SuppressWarnings("FutureReturnValueIgnored") // Closing reports its own failures.
  void close() {
    stop();
    made.thenAccept(LazyEmbedder::close);
  }

  /** Tells whether the embedder is made. */
  boolean isMade() {
    return made.isDone() && !made.isCompletedExceptionally();
  }

  private void make(EmbedderMaker maker) {
    try {
      if (stopped) {
        throw new CancellationException();
      }
      Embedder embedder = maker.make();
      Scripts scripts = new Scripts(embedder.languages());
      // Loads the classes of the first look-up, whose time limit is short.
      Comparability.of("Do I say what you say?", false, scripts);
      languages = scripts;
      made.complete(embedder);
    } catch (CancellationException e) {
      // The runtime was closed or the JVM is ending: no warning.
      LOG.log(System.Logger.Level.DEBUG, "The embedder is not needed any more.", e);
      made.completeExceptionally(e);
    } catch (CacheConfigurationException e) {
      fail(e, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      // Errors too: native code that cannot be linked fails here.
      fail(e, "It failed with " + e.getClass().getName() + ".");
    }
  }

  private void fail(Throwable failure, String reason) {
    try {
      // Logged before the future completes: this thread is a daemon, and the waiting thread may be
      // what keeps the process alive.
      LOG.log(
          System.Logger.Level.WARNING,
          "The embedder could not be loaded. Until the program is restarted, the cache finds only"
              + " questions in the same words. "
              + reason,
          failure);
    } finally {
      made.completeExceptionally(failure);
    }
  }

  private static void close(Embedder embedder) {
    try {
      embedder.close();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The embedder could not be closed.", e);
    }
  }
}
