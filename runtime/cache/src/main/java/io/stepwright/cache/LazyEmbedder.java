package io.stepwright.cache;

import io.stepwright.cache.text.Scripts;
import io.stepwright.spi.CacheConfigurationException;
import io.stepwright.spi.Embedder;
import io.stepwright.spi.Embedding;
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
 * An embedder that is made in the background, once. Until it is there, and if it cannot be made,
 * nothing has an embedding. Thread-safe.
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

  // More at once would only make each of them later.
  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

  /**
   * Makes nothing yet.
   *
   * @param maker null if there is no embedder
   */
  LazyEmbedder(@Nullable EmbedderMaker maker, CircuitBreaker breaker) {
    this(maker, breaker, LazyEmbedder::thread);
  }

  /** Like the other one, with the thread that it is made on. */
  LazyEmbedder(@Nullable EmbedderMaker maker, CircuitBreaker breaker, ThreadFactory threads) {
    this.maker = maker;
    this.breaker = breaker;
    this.threads = threads;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "stepwright-embedder");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to make it, if nobody has. */
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
      // Without it there are fewer hits; that must not be the end of the step that asks.
      fail(e, "Its thread could not be started.");
    }
  }

  /** Waits until it is there, or cannot be made; true if it is there in time. */
  boolean await(long nanos) throws InterruptedException {
    warmUp();
    try {
      made.get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (CancellationException | ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** Runs something as soon as it is there or cannot be made, on any thread. */
  @SuppressWarnings("FutureReturnValueIgnored") // The action tells of its failures itself.
  void whenSettled(Runnable action) {
    made.whenComplete((embedder, failure) -> action.run());
  }

  /** Whether there will never be one. */
  boolean isFailed() {
    return maker == null || made.isCompletedExceptionally();
  }

  /** The embedding of a text that had one lately. */
  @Nullable Embedding remembered(String text) {
    return memo.find(text);
  }

  /** The languages that it reads, or null if it is not there. */
  @Nullable Scripts languages() {
    return isMade() ? languages : null;
  }

  /** Begins to use it. */
  CircuitBreaker.Attempt enter(Budget budget) throws UnavailableException {
    warmUp();
    if (!isMade()) {
      throw new UnavailableException();
    }
    return budget.enter(breaker);
  }

  /** The embedding of a text. It is remembered even if it is too late for who asked. */
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

  /** Does not begin to make it any more; if that has not begun, there will never be one. */
  void stop() {
    stopped = true;
    if (started.compareAndSet(false, true)) {
      made.completeExceptionally(new CancellationException());
    }
  }

  /**
   * Waits, after {@link #stop}, until it is not being made any more.
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
            "The embedder is still being made, and is freed when it is there.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Frees it; if it is still being made, as soon as it is there. */
  @SuppressWarnings("FutureReturnValueIgnored") // Closing tells of its failures itself.
  void close() {
    stop();
    made.thenAccept(LazyEmbedder::close);
  }

  /** Whether it is there. */
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
      // Loads what the first look-up takes, which has little time.
      Comparability.of("Do I say what you say?", false, scripts);
      languages = scripts;
      made.complete(embedder);
    } catch (CancellationException e) {
      // The runtime was closed or the JVM is ending: nobody needs to be told.
      LOG.log(System.Logger.Level.DEBUG, "The embedder is not made any more.", e);
      made.completeExceptionally(e);
    } catch (CacheConfigurationException e) {
      fail(e, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      // Errors, too: native code that does not link is found out here.
      fail(e, "It ended with " + e.getClass().getName() + ".");
    }
  }

  private void fail(Throwable failure, String reason) {
    try {
      // First, because this thread is a daemon: who waits may be what keeps the process alive.
      LOG.log(
          System.Logger.Level.WARNING,
          "There is no embedder, so the cache answers only what was asked in the same words, until "
              + "the program is started anew. "
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
