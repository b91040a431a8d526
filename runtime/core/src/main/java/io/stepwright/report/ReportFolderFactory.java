package io.stepwright.report;

import java.nio.file.Path;

/**
 * Makes listeners that write reports to the folder of {@code stepwright.report.dir}. Found by
 * {@link java.util.ServiceLoader}; the module {@code stepwright-report} has one.
 */
public interface ReportFolderFactory {

  /**
   * Makes a listener that writes the reports of the last runs. Does not access the folder yet.
   *
   * @param folder the folder; made if it does not exist
   * @param keep the number of runs whose reports are kept, at least 1
   */
  RunReportListener create(Path folder, int keep);
}
