package io.stepwright.openai.client;

import io.stepwright.background.DaemonThreads;

/**
 * Closes the JDK's HTTP client within a bounded time. Its own {@code close} waits for all exchanges
 * to end, for up to days; when it is interrupted, it aborts them first.
 */
final class ClientEnd {

  /** The maximum wait, in milliseconds, for exchanges to end by themselves. */
  private static final long ORDERLY = 500;

  /** The maximum wait, in milliseconds, for aborted exchanges. */
  private static final long ABORTED = 2_000;

  private ClientEnd() {}

  /** Closes a client. An interrupt ends the wait and stays set. */
  static void of(AutoCloseable client) {
    Thread closer = DaemonThreads.daemon(() -> close(client), "stepwright-openai-close");
    try {
      closer.start();
    } catch (OutOfMemoryError e) {
      // No thread is left. The client ends when it is unreachable.
      return;
    }
    try {
      closer.join(ORDERLY);
      if (closer.isAlive()) {
        closer.interrupt();
        closer.join(ABORTED);
      }
    } catch (InterruptedException e) {
      closer.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }
}
