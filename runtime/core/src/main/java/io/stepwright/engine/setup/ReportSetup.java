package io.stepwright.engine.setup;

import io.stepwright.background.DaemonThreads;
import io.stepwright.config.Configuration;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.recording.ReportDelivery;
import io.stepwright.report.ReportFolderFactory;
import io.stepwright.report.RunReportListener;
import io.stepwright.runtime.AgentConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sets up the listeners of reports. */
final class ReportSetup {

  private ReportSetup() {}

  /**
   * Makes the delivery of reports.
   *
   * @param given listeners that were set
   * @param factories factories of listeners that write to a folder
   * @param threads makes the thread on which listeners are called
   * @throws AgentConfigurationException if a folder is configured and nothing can write to it
   */
  static ReportDelivery of(
      Configuration configuration,
      List<RunReportListener> given,
      Supplier<List<ReportFolderFactory>> factories,
      DaemonThreads threads) {
    List<RunReportListener> all = new ArrayList<>(given);
    String folder = configuration.reportFolder();
    if (folder != null) {
      List<ReportFolderFactory> folders = factories.get();
      if (folders.isEmpty()) {
        throw new AgentConfigurationException(
            null,
            "stepwright.report.dir is '%s', but no library on the class path writes reports. Add the dependency io.stepwright:stepwright-report."
                .formatted(folder));
      }
      all.add(writer(folders.get(0), path(folder), configuration.reportsKept()));
    }
    return new ReportDelivery(all, threads);
  }

  private static RunReportListener writer(ReportFolderFactory factory, Path folder, int kept) {
    try {
      return factory.create(folder, kept);
    } catch (LinkageError e) {
      throw new AgentConfigurationException(
          null,
          null,
          "The report writer cannot be loaded: %s.".formatted(LoadingFailure.describe(e)),
          e);
    }
  }

  private static Path path(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new AgentConfigurationException(
          null,
          null,
          "stepwright.report.dir is '%s', which is no path: %s".formatted(folder, e.getMessage()),
          e);
    }
  }
}
