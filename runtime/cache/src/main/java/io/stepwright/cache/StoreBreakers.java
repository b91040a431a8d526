package io.stepwright.cache;

import java.util.function.LongSupplier;

/**
 * The circuit breakers of a store, one for each kind of operation: failures of one kind, such as
 * writes to a replica or searches without permission, must not be hidden by successes of another.
 *
 * @param lookUps the breaker of exact look-ups, which come first
 * @param searches the breaker of searches by meaning
 * @param writes the breaker of all changes of the store
 */
record StoreBreakers(CircuitBreaker lookUps, CircuitBreaker searches, CircuitBreaker writes) {

  static StoreBreakers of(LongSupplier nanos) {
    return new StoreBreakers(
        new CircuitBreaker("The store of the cache", nanos),
        new CircuitBreaker("Searching the store of the cache by meaning", nanos),
        new CircuitBreaker(
            "Writing to the store of the cache",
            "until it works, new answers are kept in this process only",
            nanos));
  }
}
