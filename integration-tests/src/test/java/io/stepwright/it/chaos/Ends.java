package io.stepwright.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.RunCancelledException;
import io.stepwright.runtime.RunTimeoutException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the ways in which runs end. Thread-safe. */
final class Ends {

  /** The expected ways to end. */
  private enum End {
    VALUE,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    NOT_WAITED_FOR,
    REFUSED
  }

  private final Map<End, AtomicInteger> counts = new ConcurrentHashMap<>();

  /**
   * Counts the end of a run.
   *
   * @throws AssertionError if it is not one of the expected ends
   */
  void count(Caller caller) {
    counts.computeIfAbsent(end(caller), first -> new AtomicInteger()).incrementAndGet();
  }

  int count() {
    return counts.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  /** Checks that every end occurred, since otherwise finding nothing left would prove little. */
  void assertAllWereSeen() {
    assertThat(counts).containsOnlyKeys(End.values());
  }

  private static End end(Caller caller) {
    try {
      caller.run();
      return End.VALUE;
    } catch (ExecutionException e) {
      return end(e.getCause());
    } catch (Throwable e) {
      return end(e);
    }
  }

  private static End end(@Nullable Throwable failure) {
    if (failure instanceof CancellationException || failure instanceof RunCancelledException) {
      return End.CANCELLED;
    } else if (failure instanceof RunTimeoutException) {
      return End.TIMED_OUT;
    } else if (failure instanceof TimeoutException) {
      return End.NOT_WAITED_FOR;
    } else if (failure instanceof AgentException) {
      return End.FAILED;
    } else if (failure instanceof IllegalStateException
        && String.valueOf(failure.getMessage()).contains("is closed")) {
      return End.REFUSED;
    }
    throw new AssertionError("a run must not end like this", failure);
  }
}
