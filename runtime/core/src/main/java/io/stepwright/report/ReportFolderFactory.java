package io.stepwright.report;

import java.nio.file.Path;

/**
 * Makes what writes reports to the folder that {@code stepwright.report.dir} names. Found by {@link
 * java.util.ServiceLoader}; the module {@code stepwright-report} has one.
 */
public interface ReportFolderFactory {

  /**
   * A listener that writes the reports of the last runs. Touches nothing yet.
   *
   * @param folder where; made if there is none
   * @param keep how many runs' reports are kept, at least 1
   */
  RunReportListener create(Path folder, int keep);
}
