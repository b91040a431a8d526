package io.stepwright.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A question that one thread is finding the answer of, while others wait for it. Thread-safe. */
final class Flight {

  /** How it ended. */
  sealed interface Landing {
    /** With an answer for all. */
    record Answered(Hit hit) implements Landing {}

    /** With a failure of all. */
    record Failed(Exception failure) implements Landing {}

    /** Its own thread has given up, for a reason of its own: somebody else is to try. */
    record Abandoned() implements Landing {}
  }

  private final CompletableFuture<Landing> landing = new CompletableFuture<>();

  /** Lets all who wait go on. */
  void land(Landing how) {
    landing.complete(how);
  }

  /** Waits for the end. */
  Landing await() throws InterruptedException {
    try {
      return landing.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flight only ever ends normally.", e);
    }
  }

  /** How many wait, about. */
  int waiting() {
    return landing.getNumberOfDependents();
  }
}
