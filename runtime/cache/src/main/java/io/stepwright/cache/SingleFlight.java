package io.stepwright.cache;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread find the answer to a question that several threads ask at once, after Go's {@code
 * singleflight}. Thread-safe.
 */
final class SingleFlight {

  /**
   * The properties that are equal for all questions that may share an answer; a near match has to
   * suit all of them.
   */
  private record Key(
      String step,
      String partition,
      String id,
      double similarity,
      Set<String> guards,
      boolean servesUnjudged) {

    static Key of(CacheQuestion question) {
      return new Key(
          question.step(),
          question.partition(),
          question.id(),
          question.similarity(),
          question.guards(),
          question.servesUnjudged());
    }
  }

  private final ConcurrentMap<Key, Flight> flights = new ConcurrentHashMap<>();

  /** Registers a flight. Returns the flight that is registered already, or null. */
  @Nullable Flight start(CacheQuestion question, Flight flight) {
    return flights.putIfAbsent(Key.of(question), flight);
  }

  /** Ends a flight. It is unregistered before the waiting threads are released. */
  void complete(CacheQuestion question, Flight flight, Flight.Outcome outcome) {
    flights.remove(Key.of(question), flight);
    flight.complete(outcome);
  }

  /** Lets no further thread join the flights of a step; they go on for the waiting threads. */
  void forget(String step) {
    forget(key -> key.step().equals(step));
  }

  /** Lets no further thread join the flights of a question; they go on for the waiting threads. */
  void forget(String step, String id) {
    forget(key -> key.step().equals(step) && key.id().equals(id));
  }

  private void forget(Predicate<Key> which) {
    flights.keySet().removeIf(which);
  }

  /** Returns the number of flights. */
  int size() {
    return flights.size();
  }

  /** Returns the approximate number of threads that wait for another thread's answer. */
  int waiting() {
    return flights.values().stream().mapToInt(Flight::waiting).sum();
  }
}
