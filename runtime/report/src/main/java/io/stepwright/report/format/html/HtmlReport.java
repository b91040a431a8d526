package io.stepwright.report.format.html;

import io.stepwright.graph.drawing.SvgDrawing;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.Waterfall;
import io.stepwright.spi.NestedRuns;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report as one HTML page, which loads no other resource. */
public final class HtmlReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  // The policy enforces that the page requests nothing from any server.
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <link rel="icon" href="data:,">
      """;

  private static final String CONTENT_WARNING =
      "<p class=\"content-warning\">This page holds what was sent to models and what they"
          + " answered</p>\n";

  private HtmlReport() {}

  /**
   * Writes a report.
   *
   * @param content true to include texts that may be personal
   */
  public static void write(RunReport report, boolean content, Writer out) throws IOException {
    String name = report.agent() + "." + report.entryPoint();
    out.write(HEAD);
    out.write(
        "<title>"
            + Html.text(name)
            + "</title>\n<style>\n"
            + SvgDrawing.style()
            + resource("report.css"));
    out.write("</style>\n</head>\n<body>\n");
    boolean conversations = content && report.holdsContent();
    out.write(conversations ? CONTENT_WARNING : "");
    out.write(header(report, name));
    out.write(figures(report));
    out.write(totals(report));
    out.write(resource("report.html").replace("@GRAPH@", RunGraph.svg(report)));
    out.write("<noscript><pre>" + Html.text(report.toText()) + "</pre></noscript>\n");
    out.write("<script type=\"application/json\" id=\"run\">");
    PageData.write(report, content, out);
    out.write("</script>\n<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n");
  }

  private static String header(RunReport report, String name) {
    FailureReport failure = report.failure();
    String outcome =
        failure == null
            ? "<span class=\"outcome\">finished</span>"
            : "<span class=\"outcome bad\">failed</span>";
    return "<header><h1>%s</h1>%s<time>%s</time><button id=\"theme\" type=\"button\">Dark</button></header>\n"
            .formatted(Html.text(name), outcome, TIME.format(report.started()))
        + (failure == null
            ? ""
            : "<p class=\"failure\"><b>%s</b> %s</p>\n"
                .formatted(Html.text(failure.type()), Html.text(failure.message())));
  }

  private static String figures(RunReport report) {
    long wall = report.wallTime().toNanos();
    long steps = report.stepTime().toNanos();
    String times =
        wall == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f times the wall time", (double) steps / wall);
    return "<section class=\"figures\">\n"
        + figure("Wall time", wall, "from the call to its end")
        + figure(
            "Critical path",
            report.criticalPathTime().toNanos(),
            String.join(" \u203a ", report.criticalPathTitles()))
        + figure("Sum of all steps", steps, times)
        + "</section>\n";
  }

  private static String figure(String name, long nanos, String note) {
    return "<div class=\"figure\"><span>%s</span><strong>%s</strong><small title=\"%s\">%s</small></div>\n"
        .formatted(name, Waterfall.time(nanos), Html.text(note), Html.text(note));
  }

  private static String totals(RunReport report) {
    List<String> totals = new ArrayList<>();
    totals.add(total("steps", number(report.steps().size())));
    totals.add(total("model calls", number(report.modelCalls())));
    totals.add(total("cache hits", number(report.cacheHits())));
    totals.add(total("tokens in", number(report.inputTokens())));
    totals.add(total("tokens out", number(report.outputTokens())));
    totals.add(
        total("tokens saved", number(report.inputTokensSaved() + report.outputTokensSaved())));
    if (report.modelCalls() > 0) {
      totals.add(total("cost", report.cost().toText(report.currency())));
    }
    if (report.cacheHits() > 0) {
      totals.add(total("cost saved", report.costSaved().toText(report.currency())));
    }
    NestedRuns nested = report.nested();
    if (nested.runs() > 0) {
      totals.add(total("nested runs, beside that", number(nested.runs())));
      totals.add(total("their model calls", number(nested.modelCalls())));
      totals.add(
          total(
              "their tokens in, out",
              number(nested.inputTokens()) + ", " + number(nested.outputTokens())));
      if (nested.modelCalls() > 0) {
        totals.add(total("their cost", report.nestedCost().toText(report.currency())));
      }
    }
    return "<dl class=\"totals\">" + String.join("", totals) + "</dl>\n";
  }

  private static String total(String name, String value) {
    return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, Html.text(value));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The resource " + name + " of stepwright-report is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
