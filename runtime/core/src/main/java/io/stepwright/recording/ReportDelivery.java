package io.stepwright.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.background.DaemonThreads;
import io.stepwright.background.Mailbox;
import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes reports to listeners, on a thread that the first report starts. A run never waits for it:
 * reports that do not fit in the queue are dropped and counted. Thread-safe.
 */
public final class ReportDelivery implements AutoCloseable {

  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final GuardedReportListener[] listeners;
  private final DaemonThreads threads;
  private final ReentrantLock lock = new ReentrantLock();

  /** Made for the first report, because most runtimes have no listeners of reports. */
  @GuardedBy("lock")
  private @Nullable Mailbox reports;

  @GuardedBy("lock")
  private boolean closed;

  @GuardedBy("lock")
  private long leftOut;

  public ReportDelivery(List<RunReportListener> listeners, DaemonThreads threads) {
    this.listeners = new GuardedReportListener[listeners.size()];
    for (int i = 0; i < this.listeners.length; i++) {
      this.listeners[i] = new GuardedReportListener(listeners.get(i));
    }
    this.threads = threads;
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
      if (!mailbox().offer(() -> deliver(report))) {
        leftOut(
            "Reports arrive faster than listeners accept them; some are dropped. Their number is"
                + " logged when the queue has room again.",
            null);
      }
    } catch (Throwable e) {
      // The thread could not be started. The run has ended, and must be closed in any case.
      leftOut("The thread that delivers reports cannot be started; reports are dropped.", e);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private Mailbox mailbox() {
    Mailbox made = reports;
    if (made == null) {
      made = new Mailbox(threads, "stepwright-reports", RunReportListener.MOST_WAITING);
      reports = made;
    }
    return made;
  }

  @GuardedBy("lock")
  private void leftOut(String why, @Nullable Throwable failure) {
    leftOut++;
    if (leftOut == 1) {
      logger().log(Level.WARNING, why, failure);
    }
  }

  private void deliver(Supplier<@Nullable RunReport> next) {
    tell(next);
    sayWhatIsLeftOut(false);
  }

  private void tell(Supplier<@Nullable RunReport> next) {
    RunReport report;
    try {
      report = next.get();
    } catch (RuntimeException e) {
      logger().log(Level.WARNING, "The report of a run could not be made.", e);
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
      missed = atTheEnd || reports == null || reports.waiting() == 0 ? leftOut : 0;
      leftOut -= missed;
    } finally {
      lock.unlock();
    }
    if (missed > 0) {
      logger().log(Level.WARNING, "Reports of {0} runs were dropped.", missed);
    }
  }

  /** Waits a limited time until all queued reports are delivered, then closes the listeners. */
  @Override
  public void close() {
    Mailbox last;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      last = reports;
    } finally {
      lock.unlock();
    }
    if (last != null) {
      close(last);
    }
    sayWhatIsLeftOut(true);
    for (GuardedReportListener listener : listeners) {
      listener.close();
    }
  }

  private static void close(Mailbox reports) {
    reports.close();
    if (!reports.await(CLOSE_NANOS)) {
      logger()
          .log(
              Level.WARNING,
              "The report listeners did not finish in time; {0} reports are lost.",
              reports.abandon());
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(ReportDelivery.class.getName());
  }
}
