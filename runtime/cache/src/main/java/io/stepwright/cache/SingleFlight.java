package io.stepwright.cache;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread find the answer of a question that several ask at once, after Go's {@code
 * singleflight}. Thread-safe.
 */
final class SingleFlight {

  /** What is the same for all who may share an answer; a near match has to suit all of them. */
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

  /** Starts a flight; if there is one already, gives that, and nothing else happens. */
  @Nullable Flight start(CacheQuestion question, Flight flight) {
    return flights.putIfAbsent(Key.of(question), flight);
  }

  /** Ends a flight. Nobody joins it any more before anybody who waited goes on. */
  void land(CacheQuestion question, Flight flight, Flight.Landing how) {
    flights.remove(Key.of(question), flight);
    flight.land(how);
  }

  /** Lets nobody else join the flights of a step; they go on for those who wait. */
  void forget(String step) {
    forget(key -> key.step().equals(step));
  }

  /** Lets nobody else join the flights of a question; they go on for those who wait. */
  void forget(String step, String id) {
    forget(key -> key.step().equals(step) && key.id().equals(id));
  }

  private void forget(Predicate<Key> which) {
    flights.keySet().removeIf(which);
  }

  /** How many there are. */
  int size() {
    return flights.size();
  }

  /** How many wait for an answer of others, about. */
  int waiting() {
    return flights.values().stream().mapToInt(Flight::waiting).sum();
  }
}
