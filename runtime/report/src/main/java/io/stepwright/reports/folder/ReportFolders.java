package io.stepwright.reports.folder;

import io.stepwright.report.ReportFolderFactory;
import io.stepwright.report.RunReportListener;
import java.nio.file.Path;

/**
 * Makes listeners that keep the reports of the last runs. Found by {@link java.util.ServiceLoader}.
 */
public final class ReportFolders implements ReportFolderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public ReportFolders() {}

  @Override
  public RunReportListener create(Path folder, int keep) {
    return new ReportFolder(folder, keep);
  }
}
