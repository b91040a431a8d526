package io.stepwright.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that start at the same moment; the first failure of one is thrown. */
final class Callers {

  /** The work of each thread. */
  interface Body {
    void run(int caller) throws Exception;
  }

  private Callers() {}

  static void run(int count, Body body) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier barrier = new CyclicBarrier(count);
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int caller = i;
        futures.add(
            executor.submit(
                () -> {
                  barrier.await(60, TimeUnit.SECONDS);
                  body.run(caller);
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        future.get(60, TimeUnit.SECONDS);
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
