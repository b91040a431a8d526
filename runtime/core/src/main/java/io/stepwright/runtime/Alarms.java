package io.stepwright.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rings alarms at their time, on one daemon thread that all runs share.
 *
 * <p>Nearly every alarm is cancelled long before its time. So setting and cancelling are
 * constant-time operations on a linked list, and the thread is woken only for an alarm that is
 * earlier than its next look at the list; with equal limits it looks about once per limit. The
 * thread ends when the list is empty at such a look.
 */
final class Alarms {

  /** Something to do at a time. An alarm is in the list of at most one {@link Alarms}, once. */
  abstract static class Alarm {
    private @Nullable Alarm previous;
    private @Nullable Alarm next;
    private @Nullable Alarm nextDue;
    private long at;
    private boolean set;

    /** Called on the shared thread: must be quick, and must not call user code. */
    abstract void ring();
  }

  private static final System.Logger LOG = System.getLogger(Alarms.class.getName());

  // Alarms that are due within so short a time ring together.
  private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_SLEEP_NANOS = TimeUnit.HOURS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private @Nullable Alarm first;
  private int count;
  private long nextLook;
  private @Nullable Thread thread;

  /** Sets an alarm to a {@link System#nanoTime}. */
  void set(Alarm alarm, long at) {
    lock.lock();
    try {
      alarm.at = at;
      alarm.set = true;
      alarm.next = first;
      if (first != null) {
        first.previous = alarm;
      }
      first = alarm;
      count++;
      if (thread == null) {
        nextLook = at;
        thread = StepThreads.daemon(this::work, "stepwright-timer");
        thread.start();
      } else if (at - nextLook < 0) {
        nextLook = at;
        earlier.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes an alarm back; of no effect if it has rung or was never set. */
  void cancel(Alarm alarm) {
    lock.lock();
    try {
      if (alarm.set) {
        remove(alarm);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many alarms are set. */
  int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the thread end at once if no alarm is set. */
  void close() {
    lock.lock();
    try {
      nextLook = System.nanoTime();
      earlier.signal();
    } finally {
      lock.unlock();
    }
  }

  private void remove(Alarm alarm) {
    alarm.set = false;
    if (alarm.previous == null) {
      first = alarm.next;
    } else {
      alarm.previous.next = alarm.next;
    }
    if (alarm.next != null) {
      alarm.next.previous = alarm.previous;
    }
    alarm.previous = null;
    alarm.next = null;
    count--;
  }

  private void work() {
    for (Alarm due = await(); due != null; due = await()) {
      for (Alarm alarm = due; alarm != null; alarm = alarm.nextDue) {
        try {
          alarm.ring();
        } catch (Throwable e) {
          // One alarm must never be the end of all others.
          LOG.log(System.Logger.Level.ERROR, "A time limit could not be enforced.", e);
        }
      }
    }
  }

  /** Waits until alarms are due and takes them; null when no alarm is left. */
  private @Nullable Alarm await() {
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        if (nextLook - now > 0) {
          earlier.awaitNanos(Math.max(nextLook - now, SHORTEST_SLEEP_NANOS));
          continue;
        }
        Alarm due = takeDue(now);
        if (due != null) {
          return due;
        }
        if (first == null) {
          thread = null;
          return null;
        }
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; should it happen, the next alarm starts another one.
      thread = null;
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes what is due out of the list, and notes when to look again. */
  private @Nullable Alarm takeDue(long now) {
    Alarm due = null;
    long earliest = now + LONGEST_SLEEP_NANOS;
    Alarm following;
    for (Alarm alarm = first; alarm != null; alarm = following) {
      following = alarm.next;
      if (alarm.at - now <= 0) {
        remove(alarm);
        alarm.nextDue = due;
        due = alarm;
      } else if (alarm.at - earliest < 0) {
        earliest = alarm.at;
      }
    }
    nextLook = due == null ? earliest : now;
    return due;
  }
}
