package io.stepwright.recording;

import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import java.lang.System.Logger.Level;

/**
 * A listener of reports that cannot fail its caller: its first exception is logged. For one thread.
 */
final class GuardedReportListener {

  private final RunReportListener listener;
  private boolean failed;

  GuardedReportListener(RunReportListener listener) {
    this.listener = listener;
  }

  void tell(RunReport report) {
    try {
      listener.onReport(report);
    } catch (Throwable e) {
      log(e);
    }
  }

  void close() {
    try {
      listener.close();
    } catch (Throwable e) {
      log(e);
    }
  }

  private void log(Throwable e) {
    if (!failed) {
      failed = true;
      logger()
          .log(
              Level.WARNING,
              "The listener of reports "
                  + listener.getClass().getName()
                  + " failed; its further failures are not logged.",
              e);
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(GuardedReportListener.class.getName());
  }
}
