package io.stepwright.engine;

import io.stepwright.background.DaemonThreads;
import io.stepwright.background.VirtualThreads;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that steps run on: the user's executor, else virtual threads, else a pool of daemon
 * threads. Thread-safe.
 */
public final class StepThreads {

  private static final String IDLE = "stepwright-idle";
  private static final long KEEP_ALIVE_SECONDS = 30;

  /** The number for a run without a number. */
  static final long NO_NUMBER = -1;

  private final Executor executor;
  private final boolean own;
  private final boolean named;
  private final @Nullable ThreadPoolExecutor pool;

  private StepThreads(
      Executor executor, boolean own, boolean named, @Nullable ThreadPoolExecutor pool) {
    this.executor = executor;
    this.own = own;
    this.named = named;
    this.pool = pool;
  }

  /**
   * Chooses the threads.
   *
   * @param given the executor to use, or null for threads of our own
   * @param named true if names of our own threads tell the run and the item
   */
  public static StepThreads of(@Nullable Executor given, boolean named) {
    if (given != null) {
      return new StepThreads(given, false, false, null);
    }
    ThreadFactory virtual = VirtualThreads.factory();
    if (virtual != null) {
      return new StepThreads(task -> virtual.newThread(task).start(), true, named, null);
    }
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> DaemonThreads.daemon(task, IDLE));
    return new StepThreads(pool, true, named, pool);
  }

  /** Returns whether every task gets a thread immediately. */
  boolean areOwn() {
    return own;
  }

  void execute(Runnable task) {
    executor.execute(task);
  }

  /** Tells whether thread names include the run, which needs a number then. */
  boolean areNamed() {
    return named;
  }

  /**
   * Prepares a thread of our own for a step or an item. Foreign threads are left unchanged.
   *
   * @param step the names of the agent and the step
   * @param run the number of the run, or {@link #NO_NUMBER}
   * @param item the index of the item, or {@link StepKey#NO_ITEM}
   * @param loader the context class loader of the run's caller, or null
   */
  void enter(String step, long run, int item, @Nullable ClassLoader loader) {
    if (own) {
      Thread thread = Thread.currentThread();
      thread.setName(named ? step + details(run, item) : step);
      thread.setContextClassLoader(loader);
    }
  }

  private static String details(long run, int item) {
    String number = run == NO_NUMBER ? "" : "#" + run;
    return item == StepKey.NO_ITEM ? number : number + "[" + item + "]";
  }

  /** Resets a pooled thread after {@link #enter}. A virtual thread needs no reset, as it ends. */
  void leave() {
    if (pool != null) {
      Thread thread = Thread.currentThread();
      thread.setName(IDLE);
      thread.setContextClassLoader(null);
    }
  }

  /** Tells whether every task gets a virtual thread of its own. */
  boolean areVirtual() {
    return own && pool == null;
  }

  void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }
}
