package io.stepwright.background;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A bounded queue of messages, which a daemon thread of its own delivers one after the other. A
 * sender never waits. The thread is there while there is something to deliver, and a little longer.
 * Thread-safe.
 */
public final class Mailbox {

  private static final long IDLE_SECONDS = 5;

  private final ThreadPoolExecutor thread;

  /**
   * A mailbox without a thread yet.
   *
   * @param name the name of the thread
   * @param mostWaiting how many messages may wait beside the one that is being delivered
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
   * Puts a message in.
   *
   * @param delivery delivers the message; must not throw
   * @return false if it was refused: the mailbox is full or closed
   * @throws Error if the thread cannot be started; the message is lost then, and the next one tries
   *     again
   */
  public boolean offer(Runnable delivery) {
    try {
      thread.execute(delivery);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** The number of messages that wait. */
  public int waiting() {
    return thread.getQueue().size();
  }

  /** Refuses further messages; those that wait are still delivered. */
  public void close() {
    thread.shutdown();
  }

  /**
   * Waits, after {@link #close}, until all messages are delivered. An interrupt ends the wait and
   * stays.
   *
   * @param nanos the longest time to wait
   * @return whether all are delivered
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
   * Interrupts the delivery under way and drops the messages that wait.
   *
   * @return their number
   */
  public int abandon() {
    return thread.shutdownNow().size();
  }
}
