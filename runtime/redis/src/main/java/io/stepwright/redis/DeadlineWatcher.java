package io.stepwright.redis;

import io.stepwright.background.DaemonThreads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Cuts transports at their deadlines. A thread that is blocked on a socket cannot check the time,
 * and a server that sends a byte now and then would block it for ever. Thread-safe.
 */
final class DeadlineWatcher implements AutoCloseable {

  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  /**
   * The time for which the thread stays awake after the last use, so that it need not be woken for
   * each.
   */
  private static final long LINGER = TimeUnit.SECONDS.toNanos(2);

  private final Set<Transport> transports = ConcurrentHashMap.newKeySet();
  private volatile long lastUse = System.nanoTime();
  private volatile boolean asleep;
  private volatile boolean closed;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile @Nullable Thread thread;

  /** Watches a transport until it is removed. */
  void add(Transport transport) {
    transports.add(transport);
  }

  void remove(Transport transport) {
    transports.remove(transport);
  }

  /** Announces the beginning of an operation on a transport. */
  void wake() {
    lastUse = System.nanoTime();
    if (asleep || thread == null) {
      start();
    }
  }

  private void start() {
    starting.lock();
    try {
      if (thread == null && !closed) {
        Thread watching = DaemonThreads.daemon(this::run, "stepwright-redis-watch");
        watching.start();
        thread = watching;
      } else if (thread != null) {
        LockSupport.unpark(thread);
      }
    } catch (OutOfMemoryError e) {
      // Without the thread the sockets' own timeouts apply, which suffices except for a hostile
      // server.
    } finally {
      starting.unlock();
    }
  }

  private void run() {
    while (!closed) {
      transports.forEach(Transport::cutIfLate);
      if (System.nanoTime() - lastUse < LINGER) {
        LockSupport.parkNanos(this, TICK);
      } else {
        sleep();
      }
    }
  }

  private void sleep() {
    asleep = true;
    // Checked again: an operation may have begun before this thread was seen asleep.
    if (System.nanoTime() - lastUse >= LINGER
        && transports.stream().noneMatch(Transport::isInUse)) {
      LockSupport.park(this);
    } else {
      LockSupport.parkNanos(this, TICK);
    }
    asleep = false;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
