package io.stepwright.report;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.background.DaemonThreads;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes reports to listeners, on a thread that the first report starts. A run never waits for it:
 * reports that do not fit in the queue are dropped and counted. Thread-safe.
 */
public final class ReportDelivery implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ReportDelivery.class.getName());
  private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(5);
  private static final Supplier<@Nullable RunReport> END = () -> null;

  private final GuardedReportListener[] listeners;
  private final DaemonThreads threads;
  private final BlockingQueue<Supplier<@Nullable RunReport>> waiting =
      new ArrayBlockingQueue<>(RunReportListener.MOST_WAITING);
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private @Nullable Thread thread;

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private long leftOut;

  public ReportDelivery(List<RunReportListener> listeners, DaemonThreads threads) {
    this.threads = threads;
    this.listeners =
        listeners.stream().map(GuardedReportListener::new).toArray(GuardedReportListener[]::new);
  }

  /** Tells whether there are listeners. */
  public boolean isWanted() {
    return listeners.length > 0;
  }

  /** Queues the report of a run. The report is made when it is delivered. */
  public void add(Supplier<@Nullable RunReport> report) {
    if (!isWanted()) {
      return;
    }
    lock.lock();
    try {
      if (closed) {
        return;
      }
      start();
      if (!waiting.offer(report)) {
        leftOut(
            "Reports of runs come faster than they are taken: some are left out. How many is said"
                + " when there is room again.",
            null);
      }
    } catch (Throwable e) {
      // The thread could not be started. The run has ended, and must be closed in any case.
      leftOut("The thread for reports of runs cannot be started: some are left out.", e);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void start() {
    if (thread == null) {
      Thread made = threads.make(this::deliver, "stepwright-reports");
      made.start();
      // Set after the start: if that fails, the next report tries again.
      thread = made;
    }
  }

  @GuardedBy("lock")
  private void leftOut(String why, @Nullable Throwable failure) {
    leftOut++;
    if (leftOut == 1) {
      LOG.log(Level.WARNING, why, failure);
    }
  }

  private void deliver() {
    try {
      while (true) {
        Supplier<@Nullable RunReport> next = waiting.take();
        if (next.equals(END)) {
          return;
        }
        tell(next);
        sayWhatIsLeftOut(false);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(Supplier<@Nullable RunReport> next) {
    RunReport report;
    try {
      report = next.get();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The report of a run could not be made.", e);
      return;
    }
    if (report != null) {
      for (GuardedReportListener listener : listeners) {
        listener.tell(report);
      }
    }
  }

  /** Logs the number of dropped reports, once the queue is empty again or at the end. */
  private void sayWhatIsLeftOut(boolean atTheEnd) {
    long missed;
    lock.lock();
    try {
      missed = atTheEnd || waiting.isEmpty() ? leftOut : 0;
      leftOut -= missed;
    } finally {
      lock.unlock();
    }
    if (missed > 0) {
      LOG.log(Level.WARNING, "Reports of {0} runs were left out.", missed);
    }
  }

  /** Waits a limited time until all queued reports are delivered, then closes the listeners. */
  @Override
  public void close() {
    Thread started;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      started = thread;
    } finally {
      lock.unlock();
    }
    if (started != null) {
      await(started);
    }
    sayWhatIsLeftOut(true);
    for (GuardedReportListener listener : listeners) {
      listener.close();
    }
  }

  private void await(Thread started) {
    try {
      if (waiting.offer(END, CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        started.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (started.isAlive()) {
      LOG.log(
          Level.WARNING,
          "The listeners of reports did not end in time; {0} reports are lost.",
          waiting.size());
      started.interrupt();
    }
  }
}
