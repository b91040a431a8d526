package io.stepwright.cache;

import io.stepwright.spi.cache.CacheStoreException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that use stores and embedders, so that callers wait for them no longer than their
 * time limit. Platform threads, because native code would hold the carriers of virtual ones.
 * Thread-safe.
 */
final class LookupThreads {

  static final int QUEUE = 256;

  private static final System.Logger LOG = System.getLogger(LookupThreads.class.getName());
  private static final String NO_THREAD = "A thread of the cache could not be started.";
  private static final int IDLE_SECONDS = 30;

  private final ThreadPoolExecutor pool;

  /**
   * Makes a pool without threads.
   *
   * @param most the maximum number of threads
   * @param ended runs once, after {@link #close}, when the last thread has ended
   */
  LookupThreads(int most, Runnable ended) {
    this(most, ended, factory());
  }

  /** Makes a pool with threads of a factory. */
  LookupThreads(int most, Runnable ended, ThreadFactory factory) {
    pool =
        new ThreadPoolExecutor(
            most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), factory) {
          @Override
          protected void terminated() {
            ended.run();
          }
        };
    pool.allowCoreThreadTimeOut(true);
  }

  /** Runs work on another thread, and waits as long as the budget lasts. */
  <T> T call(Budget budget, Budget.Work<T> work) throws UnavailableException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    try {
      pool.execute(task);
      return task.get(Math.max(0, budget.remaining()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException | CancellationException e) {
      budget.abandon();
      throw new UnavailableException();
    } catch (OutOfMemoryError e) {
      // A thread could not be started. This costs a hit, as other failures here do.
      budget.abandon();
      LOG.log(System.Logger.Level.DEBUG, NO_THREAD, e);
      throw new UnavailableException();
    } catch (TimeoutException e) {
      budget.exceeded();
      throw new UnavailableException();
    } catch (InterruptedException e) {
      budget.abandon();
      throw e;
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnavailableException)) {
        // Without the message, which may quote the question.
        LOG.log(
            System.Logger.Level.DEBUG,
            () -> "A look-up in the cache ended with " + className(e.getCause()));
      }
      throw new UnavailableException();
    }
  }

  /** A change of the store. */
  interface Change {
    /** Performs the change. */
    void make() throws CacheStoreException;
  }

  /**
   * Changes the store on another thread, and waits without a time limit.
   *
   * @throws CacheStoreException if the change may not have been made
   */
  void await(Change change) throws CacheStoreException {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              change.make();
              return true;
            });
    try {
      pool.execute(task);
      task.get();
    } catch (RejectedExecutionException | CancellationException e) {
      throw new CacheStoreException("The cache is closed, or too many look-ups wait already.", e);
    } catch (OutOfMemoryError e) {
      throw new CacheStoreException(NO_THREAD, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CacheStoreException("The thread was interrupted before the store was done.", e);
    } catch (ExecutionException e) {
      throw new CacheStoreException(
          e.getCause() instanceof CacheStoreException known
              ? String.valueOf(known.getMessage())
              : "The store failed unexpectedly.",
          e.getCause());
    }
  }

  /**
   * Runs work on another thread later. Returns false if the queue is full or no thread can be
   * started.
   */
  boolean execute(Runnable work) {
    try {
      pool.execute(new FutureTask<>(work, null));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    } catch (OutOfMemoryError e) {
      LOG.log(System.Logger.Level.DEBUG, NO_THREAD, e);
      return false;
    }
  }

  /**
   * Rejects new work, interrupts running work, and waits for its end for a limited time, because
   * the work may ignore the interrupt.
   */
  void close(long waitNanos) {
    for (Runnable left : pool.shutdownNow()) {
      if (left instanceof Future<?> task) {
        task.cancel(false);
      }
    }
    try {
      if (!pool.awaitTermination(waitNanos, TimeUnit.NANOSECONDS)) {
        LOG.log(
            System.Logger.Level.DEBUG,
            "The cache is still in use, and frees its resources when the last use ends.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String className(@Nullable Throwable failure) {
    return failure == null ? "an unknown failure." : failure.getClass().getName() + ".";
  }

  /** Makes threads with the caller's context class loader, by which stores may find classes. */
  private static ThreadFactory factory() {
    AtomicInteger made = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "stepwright-cache-" + made.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
