package io.stepwright.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A question in flight: one thread finds its answer while others wait for it. Thread-safe. */
final class Flight {

  /** The end of a flight. */
  sealed interface Outcome {
    /** An answer for all waiting threads. */
    record Answered(Hit hit) implements Outcome {}

    /** A failure for all waiting threads. */
    record Failed(Exception failure) implements Outcome {}

    /** The leading thread gave up for a reason of its own; another thread has to try. */
    record Abandoned() implements Outcome {}
  }

  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** Ends the flight and releases the waiting threads. */
  void complete(Outcome outcome) {
    this.outcome.complete(outcome);
  }

  /** Waits for the end of the flight. */
  Outcome await() throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flight only ever ends normally.", e);
    }
  }

  /** Returns the approximate number of waiting threads. */
  int waiting() {
    return outcome.getNumberOfDependents();
  }
}
