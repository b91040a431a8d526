package io.stepwright.cache;

import java.util.function.LongSupplier;

/**
 * The breakers of a store, one for each kind of work: what fails in one of them, such as writes to
 * a replica or searches without the right to, must not be hidden by what works in another.
 *
 * @param lookUps of exact look-ups, which come first
 * @param searches of searches by meaning
 * @param writes of all that changes the store
 */
record StoreBreakers(CircuitBreaker lookUps, CircuitBreaker searches, CircuitBreaker writes) {

  static StoreBreakers of(LongSupplier nanos) {
    return new StoreBreakers(
        new CircuitBreaker("The store of the cache", nanos),
        new CircuitBreaker("Searching the store of the cache by meaning", nanos),
        new CircuitBreaker(
            "Writing to the store of the cache",
            "new answers are kept in this process only meanwhile",
            nanos));
  }
}
