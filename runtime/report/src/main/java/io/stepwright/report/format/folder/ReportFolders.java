package io.stepwright.report.format.folder;

import com.google.auto.service.AutoService;
import io.stepwright.report.ReportFolderFactory;
import io.stepwright.report.RunReportListener;
import java.nio.file.Path;

/** Makes what keeps the reports of the last runs. Found by {@link java.util.ServiceLoader}. */
@AutoService(ReportFolderFactory.class)
public final class ReportFolders implements ReportFolderFactory {

  /** For {@link java.util.ServiceLoader}. */
  public ReportFolders() {}

  @Override
  public RunReportListener create(Path folder, int keep) {
    return new ReportFolder(folder, keep);
  }
}
