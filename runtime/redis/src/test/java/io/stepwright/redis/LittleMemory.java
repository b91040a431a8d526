package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes look-ups on several threads at once, in a JVM with little memory. */
final class LittleMemory {

  static final String VICTIM = "victim";

  private LittleMemory() {}

  /**
   * Prints the number of failed look-ups, and nothing else.
   *
   * @param arguments the server's URL, and the number of threads
   */
  public static void main(String[] arguments) throws Exception {
    AtomicInteger failures = new AtomicInteger();
    try (CacheStore store = RedisTestCase.open(arguments[0], Duration.ofSeconds(3))) {
      if (!store.awaitReady(Duration.ofSeconds(60))) {
        throw new AssertionError("not ready");
      }
      Callers.run(
          Integer.parseInt(arguments[1]),
          caller -> {
            try {
              store.find(Entries.PARTITION, VICTIM);
            } catch (CacheStoreException e) {
              failures.incrementAndGet();
            }
          });
    }
    System.out.println("failed " + failures);
  }
}
