package io.stepwright.background;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A timer that rings alarms at their times, on one daemon thread. Thread-safe.
 *
 * <p>Nearly every alarm is cancelled long before its time. Therefore setting and cancelling are
 * constant-time operations of the calling thread on one of several linked lists, which keeps
 * contention low. The timer thread is woken only for an alarm that is earlier than its next scan of
 * the lists. If all time limits are equal, it scans the lists about once per limit. It ends when a
 * scan finds the lists empty.
 *
 * <p>No alarm is missed: before a scan, the timer thread sets a flag that it may end. A thread that
 * sets an alarm and then sees the flag waits for the end of the scan. A thread that does not see
 * the flag has added its alarm to a list before the scan.
 */
public final class Alarms {

  /** A task with a time. An alarm is in at most one list of one {@link Alarms}. */
  public abstract static class Alarm extends IntrusiveList.Link<Alarm> {
    private @Nullable Alarm nextDue;
    private @Nullable AlarmList list;
    private long at;
    private boolean set;

    /** Performs the task, on the timer thread. Must be quick, and must not call user code. */
    protected abstract void ring();
  }

  // Alarms that are due within this time ring together.
  private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_SLEEP_NANOS = TimeUnit.HOURS.toNanos(1);

  private final DaemonThreads threads;
  private final String threadName;
  private final Striped<AlarmList> lists = new Striped<>(AlarmList.stripes());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();

  // Written under the lock, read without it.
  private volatile long nextLook;
  private volatile boolean mayEnd = true;

  @GuardedBy("lock")
  private @Nullable Thread thread;

  /**
   * Creates a timer without alarms and without a thread.
   *
   * @param threadName the name of the timer thread
   */
  public Alarms(DaemonThreads threads, String threadName) {
    this.threads = threads;
    this.threadName = threadName;
  }

  /**
   * Sets an alarm.
   *
   * @param at the time, as a {@link System#nanoTime}
   * @throws OutOfMemoryError if the timer thread cannot be started; the alarm is not set then
   */
  public void set(Alarm alarm, long at) {
    lists.mine().add(alarm, at);
    if (mayEnd || at - nextLook < 0) {
      try {
        lookAt(at);
      } catch (Throwable e) {
        cancel(alarm);
        throw e;
      }
    }
  }

  private void lookAt(long at) {
    lock.lock();
    try {
      if (thread == null) {
        Thread made = threads.make(this::work, threadName);
        // Started before the fields are set: if the start fails, the next alarm tries again. The
        // new thread waits for the lock before its first scan.
        made.start();
        thread = made;
        nextLook = at;
        mayEnd = false;
      } else if (at - nextLook < 0) {
        nextLook = at;
        earlier.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Cancels an alarm. Has no effect if the alarm has rung or was never set. */
  public void cancel(Alarm alarm) {
    AlarmList list = alarm.list;
    if (list != null) {
      list.cancel(alarm);
    }
  }

  /** Returns the number of alarms that are set. */
  public int count() {
    int count = 0;
    for (AlarmList list : lists) {
      count += list.count();
    }
    return count;
  }

  /** Lets the timer thread end immediately if no alarm is set. */
  public void close() {
    lock.lock();
    try {
      nextLook = System.nanoTime();
      earlier.signal();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    try {
      for (Alarm due = await(); due != null; due = await()) {
        for (Alarm alarm = due; alarm != null; alarm = alarm.nextDue) {
          ring(alarm);
        }
      }
    } finally {
      ended();
    }
  }

  private static void ring(Alarm alarm) {
    try {
      alarm.ring();
    } catch (Throwable e) {
      // The failure of one alarm must not affect the others.
      logger().log(System.Logger.Level.ERROR, "A time limit could not be enforced.", e);
    }
  }

  /**
   * Resets the state when the timer thread ends; after an error, the next alarm starts a new
   * thread.
   */
  private void ended() {
    lock.lock();
    try {
      if (Thread.currentThread().equals(thread)) {
        thread = null;
        mayEnd = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until alarms are due, removes them and returns the first; null if no alarm is left. */
  private @Nullable Alarm await() {
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        if (nextLook - now > 0) {
          earlier.awaitNanos(Math.max(nextLook - now, SHORTEST_SLEEP_NANOS));
          continue;
        }
        Look look = look(now);
        if (look.due != null) {
          return look.due;
        }
        if (look.left == 0) {
          thread = null;
          return null;
        }
      }
    } catch (InterruptedException e) {
      // This thread is not interrupted by the runtime. If it is, the next alarm starts a new
      // thread.
      thread = null;
      mayEnd = true;
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Removes the due alarms from the lists, and sets the time of the next scan. */
  private Look look(long now) {
    mayEnd = true;
    Look look = new Look(now);
    for (AlarmList list : lists) {
      list.takeDue(look);
    }
    nextLook = look.due == null ? look.earliest : now;
    mayEnd = look.due == null && look.left == 0;
    return look;
  }

  /** The result of a scan of the lists. */
  private static final class Look {

    private final long now;
    private long earliest;
    private @Nullable Alarm due;
    private int left;

    Look(long now) {
      this.now = now;
      this.earliest = now + LONGEST_SLEEP_NANOS;
    }
  }

  /** The alarms that threads of one stripe have set. */
  private static final class AlarmList {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final IntrusiveList<Alarm> alarms = new IntrusiveList<>();

    @GuardedBy("lock")
    private int count;

    static List<AlarmList> stripes() {
      List<AlarmList> stripes = new ArrayList<>();
      for (int i = 0; i < Striped.COUNT; i++) {
        stripes.add(new AlarmList());
      }
      return stripes;
    }

    void add(Alarm alarm, long at) {
      lock.lock();
      try {
        alarm.list = this;
        alarm.at = at;
        alarm.set = true;
        alarms.add(alarm);
        count++;
      } finally {
        lock.unlock();
      }
    }

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

    int count() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }

    void takeDue(Look look) {
      lock.lock();
      try {
        Alarm following;
        for (Alarm alarm = alarms.first(); alarm != null; alarm = following) {
          following = alarms.after(alarm);
          if (alarm.at - look.now <= 0) {
            remove(alarm);
            alarm.nextDue = look.due;
            look.due = alarm;
          } else if (alarm.at - look.earliest < 0) {
            look.earliest = alarm.at;
          }
        }
        look.left += count;
      } finally {
        lock.unlock();
      }
    }

    @GuardedBy("lock")
    private void remove(Alarm alarm) {
      alarm.set = false;
      alarms.remove(alarm);
      count--;
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Alarms.class.getName());
  }
}
