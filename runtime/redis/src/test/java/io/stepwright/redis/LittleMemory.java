package io.stepwright.redis;

import io.stepwright.spi.CacheStore;
import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks something up, on several threads at once, in a JVM that has little memory. */
final class LittleMemory {

  static final String VICTIM = "victim";

  private LittleMemory() {}

  /**
   * Prints how many look-ups have failed, and nothing else.
   *
   * @param arguments the server's URL, and how many threads
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
