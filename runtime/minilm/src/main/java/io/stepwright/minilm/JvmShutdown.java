package io.stepwright.minilm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether this JVM has begun to end, and delays the end until running embeddings are done: an
 * exiting process frees memory that native code still uses. Thread-safe.
 *
 * <p>A shutdown hook reports the end. It runs beside other hooks, so the end is known with a slight
 * delay.
 */
final class JvmShutdown {

  /** The longest wait for embeddings at the end; one takes milliseconds. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final AtomicInteger AT_WORK = new AtomicInteger();
  private static volatile boolean begun;

  static {
    try {
      Thread hook = new Thread(null, JvmShutdown::begin, "stepwright-embedder-end", 0, false);
      // Not needed by the hook, and it would be retained for the life of the JVM.
      hook.setContextClassLoader(null);
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException tooLate) {
      begun = true;
    }
  }

  private JvmShutdown() {}

  static boolean hasBegun() {
    return begun;
  }

  /**
   * Begins to use native code; to be followed by {@link #leave}.
   *
   * @return false if the JVM is ending and nothing has begun
   */
  static boolean enter() {
    AT_WORK.incrementAndGet();
    if (begun) {
      leave();
      return false;
    }
    return true;
  }

  static void leave() {
    AT_WORK.decrementAndGet();
  }

  private static void begin() {
    begun = true;
    long start = System.nanoTime();
    while (AT_WORK.get() > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
