package io.stepwright.cache;

import io.stepwright.runtime.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Threads that do the same work at the same time. */
final class Crowd<T> {

  private final List<Thread> threads = new ArrayList<>();
  private final List<FutureTask<T>> tasks = new ArrayList<>();

  /** Starts the threads; they begin when all of them are running. */
  static <T> Crowd<T> of(int size, Callable<T> work) {
    Crowd<T> crowd = new Crowd<>();
    CyclicBarrier all = new CyclicBarrier(size);
    for (int i = 0; i < size; i++) {
      crowd.add(
          () -> {
            Await.barrier(all);
            return work.call();
          });
    }
    return crowd;
  }

  void add(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "crowd");
    thread.setDaemon(true);
    tasks.add(task);
    threads.add(thread);
    thread.start();
  }

  void interrupt(int which) {
    threads.get(which).interrupt();
  }

  T result(int which) throws Exception {
    return tasks.get(which).get(30, TimeUnit.SECONDS);
  }

  Throwable failure(int which) throws Exception {
    try {
      throw new AssertionError("A result: " + result(which));
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  List<T> results() throws Exception {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      results.add(result(i));
    }
    return results;
  }
}
