package io.stepwright.recording;

import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import java.lang.System.Logger.Level;

/**
 * A listener of reports that cannot fail its caller: its first exception is logged. For one thread.
 */
final class GuardedReportListener {

  private static final System.Logger LOG = System.getLogger(GuardedReportListener.class.getName());

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
      LOG.log(
          Level.WARNING,
          "The listener of reports "
              + listener.getClass().getName()
              + " failed; its further failures are not logged.",
          e);
    }
  }
}
