package io.stepwright.background;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A bounded queue of messages, which its own daemon thread delivers one after the other. Senders
 * never wait. The thread starts with the first message and ends after a few idle seconds.
 * Thread-safe.
 */
public final class Mailbox {

  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor thread;

  /**
   * Creates a mailbox without a thread.
   *
   * @param name the name of the thread
   * @param mostWaiting the maximum number of waiting messages, not counting the message in delivery
   */
  public Mailbox(DaemonThreads threads, String name, int mostWaiting) {
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(mostWaiting),
            threads.named(name));
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Adds a message.
   *
   * @param delivery delivers the message; must not throw
   * @return false if the message was rejected, because the mailbox is full or closed
   * @throws Error if the thread cannot be started; the message is lost then, and the next message
   *     tries again
   */
  public boolean offer(Runnable delivery) {
    try {
      thread.execute(delivery);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Returns the number of waiting messages. */
  public int waiting() {
    return thread.getQueue().size();
  }

  /** Rejects further messages; waiting messages are still delivered. */
  public void close() {
    thread.shutdown();
  }

  /**
   * Waits, after {@link #close}, until all messages are delivered. An interrupt ends the wait and
   * remains set.
   *
   * @param nanos the maximum time to wait, in nanoseconds
   * @return true if all messages are delivered
   */
  public boolean await(long nanos) {
    try {
      return thread.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Interrupts the current delivery and drops the waiting messages.
   *
   * @return the number of dropped messages
   */
  public int abandon() {
    return thread.shutdownNow().size();
  }
}
