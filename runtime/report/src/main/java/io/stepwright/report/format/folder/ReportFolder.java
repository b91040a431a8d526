package io.stepwright.report.format.folder;

import io.stepwright.report.RunReport;
import io.stepwright.report.RunReportListener;
import io.stepwright.report.format.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes each report to a folder as a page and as data, and removes those of older runs. Only files
 * that match our own names are removed, including those of earlier processes. For one thread.
 */
final class ReportFolder implements RunReportListener {

  private static final List<ReportFormat> FORMATS = List.of(ReportFormat.HTML, ReportFormat.JSON);

  // Names sort by time; the number distinguishes runs of one millisecond.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int LONGEST_NAME = 60;

  private final Path folder;
  private final int keep;
  private final long process = ProcessHandle.current().pid();

  ReportFolder(Path folder, int keep) {
    this.folder = folder;
    this.keep = keep;
  }

  @Override
  public void onReport(RunReport report) throws IOException {
    String name = name(report);
    for (ReportFormat format : FORMATS) {
      Path file = folder.resolve(name + "." + format.extension());
      if (report.holdsContent()) {
        format.writeWithContent(report, file);
      } else {
        format.write(report, file);
      }
    }
    for (String old : FolderRuns.of(folder).surplus(name, keep)) {
      for (ReportFormat format : FORMATS) {
        Files.deleteIfExists(folder.resolve(old + "." + format.extension()));
      }
    }
  }

  private String name(RunReport report) {
    String what = (report.agent() + "." + report.entryPoint()).replaceAll("[^\\p{Alnum}.]", "_");
    return String.format(
        Locale.ROOT,
        "run-%s-%06d-%d-%s",
        TIME.format(report.started()),
        report.id(),
        process,
        what.length() > LONGEST_NAME ? what.substring(0, LONGEST_NAME) : what);
  }
}
