package io.stepwright.background;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rings alarms at their time, on one daemon thread. Thread-safe.
 *
 * <p>Nearly every alarm is cancelled long before its time. So setting and cancelling are
 * constant-time operations on one of several linked lists, by the calling thread, so that callers
 * rarely meet; and the thread is woken only for an alarm that is earlier than its next look at the
 * lists. With equal limits it looks about once per limit. It ends when the lists are empty at such
 * a look.
 *
 * <p>No alarm is overlooked: before the thread looks it announces that it may end, and whoever sets
 * an alarm from then on waits for that look to be over. Who has not seen the announcement has put
 * its alarm into a list before the look.
 */
public final class Alarms {

  /** Something to do at a time. An alarm is in the list of at most one {@link Alarms}, once. */
  public abstract static class Alarm extends IntrusiveList.Link<Alarm> {
    private @Nullable Alarm nextDue;
    private @Nullable AlarmList list;
    private long at;
    private boolean set;

    /** Called on the shared thread: must be quick, and must not call user code. */
    protected abstract void ring();
  }

  private static final System.Logger LOG = System.getLogger(Alarms.class.getName());

  // Alarms that are due within so short a time ring together.
  private static final long SHORTEST_SLEEP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long LONGEST_SLEEP_NANOS = TimeUnit.HOURS.toNanos(1);

  private final DaemonThreads threads;
  private final String threadName;
  private final Striped<AlarmList> lists = new Striped<>(AlarmList::new);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();

  // Written under the lock, read without it.
  private volatile long nextLook;
  private volatile boolean mayEnd = true;

  @GuardedBy("lock")
  private @Nullable Thread thread;

  /**
   * A timer without alarms, and without a thread yet.
   *
   * @param threadName the name of the thread that rings
   */
  public Alarms(DaemonThreads threads, String threadName) {
    this.threads = threads;
    this.threadName = threadName;
  }

  /**
   * Sets an alarm to a {@link System#nanoTime}.
   *
   * @throws OutOfMemoryError if the thread cannot be started; the alarm is not set then
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
        // First: if that fails, the next alarm tries again. It waits for the lock before it looks.
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

  /** Takes an alarm back; of no effect if it has rung or was never set. */
  public void cancel(Alarm alarm) {
    AlarmList list = alarm.list;
    if (list != null) {
      list.cancel(alarm);
    }
  }

  /** How many alarms are set. */
  public int count() {
    int count = 0;
    for (AlarmList list : lists) {
      count += list.count();
    }
    return count;
  }

  /** Lets the thread end at once if no alarm is set. */
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
      // One alarm must never be the end of all others.
      LOG.log(System.Logger.Level.ERROR, "A time limit could not be enforced.", e);
    }
  }

  /** If the thread ends by an error, the next alarm starts another one. */
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
      // Nobody interrupts this thread; should it happen, the next alarm starts another one.
      thread = null;
      mayEnd = true;
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes what is due out of the lists, and notes when to look again. */
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

  /** What a look at the lists has found. */
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

  /** Alarms that the threads of one stripe have set. */
  private static final class AlarmList {

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final IntrusiveList<Alarm> alarms = new IntrusiveList<>();

    @GuardedBy("lock")
    private int count;

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
}
