package io.stepwright.cache;

import io.stepwright.spi.CacheStoreException;
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
 * The threads on which stores and embedders are used, so that nobody waits for them longer than he
 * wants to. Platform threads: native code would hold a carrier of virtual ones. Thread-safe.
 */
final class LookupThreads {

  static final int QUEUE = 256;

  private static final System.Logger LOG = System.getLogger(LookupThreads.class.getName());
  private static final String NO_THREAD = "A thread of the cache could not be started.";
  private static final int IDLE_SECONDS = 30;

  private final ThreadPoolExecutor pool;

  /**
   * No threads yet.
   *
   * @param most the most threads
   * @param ended is run once, after {@link #close}, when no thread uses anything any more
   */
  LookupThreads(int most, Runnable ended) {
    this(most, ended, factory());
  }

  /** Like the other one, with threads of a factory. */
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

  /** Does something on another thread, and waits as long as the budget lasts. */
  <T> T call(Budget budget, Budget.Work<T> work) throws UnavailableException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    try {
      pool.execute(task);
      return task.get(Math.max(0, budget.remaining()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException | CancellationException e) {
      budget.abandon();
      throw new UnavailableException();
    } catch (OutOfMemoryError e) {
      // A thread could not be started. That costs a hit, as everything else here does.
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
        // Not its message: that may hold what was asked.
        LOG.log(
            System.Logger.Level.DEBUG,
            () -> "A look-up in the cache ended with " + className(e.getCause()));
      }
      throw new UnavailableException();
    }
  }

  /** Something that changes the store. */
  interface Change {
    /** Does it. */
    void make() throws CacheStoreException;
  }

  /**
   * Changes the store on another thread, and waits as long as it takes.
   *
   * @throws CacheStoreException if it may not be done
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
      throw new CacheStoreException("The cache is closed, or has too much to do already.", e);
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
   * Does something on another thread, sometime; false if there is too much to do already, or no
   * thread can be started.
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
   * Takes nothing on any more, interrupts what is under way, and waits for its end; not for ever,
   * because what is under way may ignore that.
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
            "The cache is still being used, and frees what it holds when that ends.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String className(@Nullable Throwable failure) {
    return failure == null ? "an unknown failure." : failure.getClass().getName() + ".";
  }

  private static ThreadFactory factory() {
    AtomicInteger made = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "stepwright-cache-" + made.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
