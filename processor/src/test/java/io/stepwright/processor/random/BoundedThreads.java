package io.stepwright.processor.random;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor with a given number of threads, which counts the threads at work. */
final class BoundedThreads implements Executor, AutoCloseable {

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
  private final AtomicInteger busy = new AtomicInteger();

  /** Sets the number of threads; called between runs only. */
  void resize(int threads) {
    if (threads > pool.getMaximumPoolSize()) {
      pool.setMaximumPoolSize(threads);
      pool.setCorePoolSize(threads);
    } else {
      pool.setCorePoolSize(threads);
      pool.setMaximumPoolSize(threads);
    }
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(
        () -> {
          busy.incrementAndGet();
          try {
            task.run();
          } finally {
            busy.decrementAndGet();
          }
        });
  }

  /** Returns the number of threads at work. */
  int busy() {
    return busy.get();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
