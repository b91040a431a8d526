package io.stepwright.minilm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells whether this JVM has begun to end, and lets the embeddings under way come to theirs first:
 * a process that exits takes down what native code still uses. Thread-safe.
 *
 * <p>It learns of the end by a shutdown hook, which runs beside those of others: a moment passes
 * until it knows.
 */
final class JvmEnd {

  /** How long the end waits for embeddings; one takes milliseconds. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final AtomicInteger AT_WORK = new AtomicInteger();
  private static volatile boolean begun;

  static {
    try {
      Thread hook = new Thread(null, JvmEnd::begin, "stepwright-embedder-end", 0, false);
      // Of no use to it, and it would be kept as long as the JVM lives.
      hook.setContextClassLoader(null);
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException tooLate) {
      begun = true;
    }
  }

  private JvmEnd() {}

  static boolean hasBegun() {
    return begun;
  }

  /**
   * Begins to use native code, to be followed by {@link #leave}.
   *
   * @return false if that is too late, and nothing has begun
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
