package io.stepwright.it.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls an entry point in a random way, and sometimes cancels the call. */
final class Caller {

  private static final int PATIENCE_MILLIS = 80;
  private static final int MOST_ITEMS = 4;
  private static final int TOPICS = 3;
  private static final Trouble[] TROUBLES = Trouble.values();

  private final Errand errand;
  private final Random random;

  Caller(Errand errand, Random random) {
    this.errand = errand;
    this.random = random;
  }

  /** Makes one run, to the end that the caller sees. */
  void run() throws Exception {
    Errand.Task task = task();
    switch (random.nextInt(6)) {
      case 0 -> errand.runSoon(task);
      case 1 -> cancelled(task).get();
      case 2 ->
          errand
              .runLater(task)
              .orTimeout(random.nextInt(PATIENCE_MILLIS), TimeUnit.MILLISECONDS)
              .get();
      case 3 -> interrupted(task);
      case 4 -> errand.runLater(task).get();
      default -> errand.run(task);
    }
  }

  private Errand.Task task() {
    List<String> items = new ArrayList<>();
    for (int i = random.nextInt(MOST_ITEMS); i > 0; i--) {
      items.add("item " + i);
    }
    return new Errand.Task(
        "topic " + random.nextInt(TOPICS), items, TROUBLES[random.nextInt(TROUBLES.length)]);
  }

  private CompletableFuture<Errand.Done> cancelled(Errand.Task task) {
    CompletableFuture<Errand.Done> future = errand.runLater(task);
    sometime(() -> future.cancel(true));
    return future;
  }

  private void interrupted(Errand.Task task) {
    CompletableFuture<Void> interrupt = sometime(Thread.currentThread()::interrupt);
    try {
      errand.run(task);
    } finally {
      interrupt.join();
      // Clears the interrupt flag, since the thread is reused.
      Thread.interrupted();
    }
  }

  private CompletableFuture<Void> sometime(Runnable action) {
    return CompletableFuture.runAsync(
        action,
        CompletableFuture.delayedExecutor(
            random.nextInt(PATIENCE_MILLIS), TimeUnit.MILLISECONDS, Runnable::run));
  }
}
