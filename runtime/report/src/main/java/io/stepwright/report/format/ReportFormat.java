package io.stepwright.report.format;

import io.stepwright.report.RunReport;
import io.stepwright.report.format.html.HtmlReport;
import io.stepwright.report.format.json.JsonReport;
import io.stepwright.report.format.trace.ChromeTrace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The formats of a report besides {@link RunReport#toText()}. Thread-safe.
 *
 * <pre>{@code
 * ReportFormat.HTML.write(result.report(), Path.of("run.html"));
 * }</pre>
 *
 * <p>Parts of a report that may be personal, which are the texts that the cache compared and the
 * messages of failed attempts, are included only by the methods {@code …WithContent}. No format
 * shows a key. Prompts and answers are shown only if {@code stepwright.report.content} is set,
 * which makes the report hold them, and only in pages and JSON {@code …WithContent}.
 */
public enum ReportFormat {
  /**
   * A self-contained HTML page: a waterfall, the graph and all details. At most a megabyte, however
   * long the run was: items other than the first, the slowest and the failed ones are drawn as one.
   */
  HTML("html") {
    @Override
    void write(RunReport report, boolean content, Writer out) throws IOException {
      HtmlReport.write(report, content, out);
    }
  },

  /** All figures, for programs; documented in {@code docs/reports.md}. At most 50,000 steps. */
  JSON("json") {
    @Override
    void write(RunReport report, boolean content, Writer out) throws IOException {
      JsonReport.write(report, content, out);
    }
  },

  /**
   * A trace for Perfetto and {@code chrome://tracing}: threads, steps, attempts, and arrows from
   * each step to its dependents. At most 50,000 steps.
   */
  CHROME_TRACE("trace.json") {
    @Override
    void write(RunReport report, boolean content, Writer out) throws IOException {
      ChromeTrace.write(report, content, out);
    }
  };

  private final String extension;

  ReportFormat(String extension) {
    this.extension = extension;
  }

  abstract void write(RunReport report, boolean content, Writer out) throws IOException;

  /** Returns the file name extension, without the leading dot. */
  public String extension() {
    return extension;
  }

  /** Renders the report, without parts that may be personal. */
  public String render(RunReport report) {
    return render(report, false);
  }

  /** Renders the report, with the texts that the cache compared and all messages. */
  public String renderWithContent(RunReport report) {
    return render(report, true);
  }

  /**
   * Writes the report to a file, without parts that may be personal. The file is replaced
   * atomically: readers see the old one or the new one.
   *
   * @return the file
   * @throws IOException if it cannot be written; an old file is unchanged then
   */
  public Path write(RunReport report, Path file) throws IOException {
    return write(report, file, false);
  }

  /**
   * Writes the report like {@link #write(RunReport, Path)}, with the texts that the cache compared
   * and all messages.
   */
  public Path writeWithContent(RunReport report, Path file) throws IOException {
    return write(report, file, true);
  }

  private String render(RunReport report, boolean content) {
    StringWriter text = new StringWriter();
    try {
      write(report, content, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private Path write(RunReport report, Path file, boolean content) throws IOException {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new IOException(file + " is no file.");
    }
    Files.createDirectories(folder);
    // In the same folder, because a move is atomic within a file system only.
    Path unfinished = folder.resolve("." + whole.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
        write(report, content, out);
      }
      Files.move(
          unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return file;
  }
}
