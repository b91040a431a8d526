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
 * The ways to show a run beside {@link RunReport#toText()}. Thread-safe.
 *
 * <pre>{@code
 * ReportFormat.HTML.write(result.report(), Path.of("run.html"));
 * }</pre>
 *
 * <p>What may be personal in a report, the texts that the cache compared and the messages of failed
 * attempts, stands only in what a method {@code …WithContent} makes. None of them shows a key, nor
 * a prompt or an answer, unless {@code stepwright.report.content} is set: the report holds them
 * then, and pages and JSON {@code …WithContent} show them.
 */
public enum ReportFormat {
  /**
   * One page that needs nothing else: a waterfall, the graph and all details. At most a megabyte,
   * however long the run was: items beyond the first, the slowest and the failed are drawn as one.
   */
  HTML("html") {
    @Override
    void write(RunReport report, boolean content, Writer out) throws IOException {
      HtmlReport.write(report, content, out);
    }
  },

  /** All figures, for programs; described in {@code docs/reports.md}. At most 50,000 steps. */
  JSON("json") {
    @Override
    void write(RunReport report, boolean content, Writer out) throws IOException {
      JsonReport.write(report, content, out);
    }
  },

  /**
   * A trace that Perfetto and {@code chrome://tracing} open: threads, steps, attempts, and arrows
   * from each step to those that waited for it. At most 50,000 steps.
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

  /** How names of such files end, without the leading dot. */
  public String extension() {
    return extension;
  }

  /** The report in this format, without what may be personal. */
  public String render(RunReport report) {
    return render(report, false);
  }

  /** The report in this format, with the texts that the cache compared and all messages. */
  public String renderWithContent(RunReport report) {
    return render(report, true);
  }

  /**
   * Writes the report to a file, without what may be personal. The file is replaced as a whole: who
   * reads it sees the old one or the new one.
   *
   * @return the file
   * @throws IOException if it cannot be written; an old one is still there then
   */
  public Path write(RunReport report, Path file) throws IOException {
    return write(report, file, false);
  }

  /**
   * Like {@link #write(RunReport, Path)}, with the texts that the cache compared and all messages.
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
    // Beside it: a move is atomic within a file system only.
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
