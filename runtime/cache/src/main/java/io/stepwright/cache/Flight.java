package io.stepwright.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A question in flight: one thread finds its answer while others wait for it. Thread-safe. */
final class Flight {

  /** The end of a flight. */
  sealed interface Landing {
    /** An answer for all waiting threads. */
    record Answered(Hit hit) implements Landing {}

    /** A failure for all waiting threads. */
    record Failed(Exception failure) implements Landing {}

    /** The leading thread gave up for a reason of its own; another thread has to try. */
    record Abandoned() implements Landing {}
  }

  private final CompletableFuture<Landing> landing = new CompletableFuture<>();

  /** Ends the flight and releases the waiting threads. */
  void land(Landing how) {
    landing.complete(how);
  }

  /** Waits for the end of the flight. */
  Landing await() throws InterruptedException {
    try {
      return landing.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flight only ever ends normally.", e);
    }
  }

  /** Returns the approximate number of waiting threads. */
  int waiting() {
    return landing.getNumberOfDependents();
  }
}
