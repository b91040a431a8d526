package io.stepwright.examples.supportdesk;

import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Options;
import io.stepwright.examples.supportdesk.SupportDesk.Handled;
import io.stepwright.examples.supportdesk.SupportDesk.Ticket;
import io.stepwright.report.RunReport;
import io.stepwright.report.format.ReportFormat;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Handles three tickets, and shows what each part of the agent saved. */
public final class Main {

  private static final int WARM_UP = 10;

  private Main() {}

  /** Runs the example; see {@link Options#USAGE}. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try {
      run(options, System.getenv(), System.out);
    } catch (AgentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  static void run(Options options, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    try (ModelServer server = ModelServer.start(environment, options.scale(), DeskAnswers::to);
        AgentRuntime runtime = server.runtime().build()) {
      out.println(
          server.describe(
              """
              some 20 times in all. Its
              answers differ each time, and so do the times and tokens below.""",
              String.format(
                  Locale.ROOT,
                  """
                  An answer begins after %d ms and takes %d ms for each token, times %%s; a
                  token is four characters. HTTP, threads, parsing and everything else are real.""",
                  DeskAnswers.MILLIS_TO_BEGIN,
                  DeskAnswers.MILLIS_PER_TOKEN)));
      SupportDesk desk = new WiredSupportDesk(runtime);
      FullReply full = new WiredFullReply(runtime);
      runtime.cache().warmUp(Duration.ofSeconds(30));
      warmUp(server, runtime, desk, full);
      List<RunReport> reports = new ArrayList<>();
      for (Ticket ticket : Tickets.ALL) {
        AgentResult<Handled> result = desk.handle(ticket);
        out.println();
        out.println(ticket.customer() + ": " + ticket.text());
        out.println(result.report().toText());
        out.println(result.value());
        reports.add(result.report());
      }
      AgentResult<SupportDesk.Reply> written = full.write(Tickets.REFUND);
      out.println();
      out.println("The first reply, written in full");
      out.println(written.report().toText());
      out.println(written.value());
      Savings savings = new Savings(reports, written.report());
      RunReport again = desk.classify(Tickets.REFUND).report();
      out.println();
      out.println("What each part saved");
      out.print(savings.toText(again));
      out.println();
      Path page = Path.of("target", "support-desk-run.html");
      out.println("The first run as a page: " + ReportFormat.HTML.write(reports.get(0), page));
    }
  }

  /** So that the times are not those of class loading and of the first connection. */
  private static void warmUp(
      ModelServer server, AgentRuntime runtime, SupportDesk desk, FullReply full) {
    if (server.isReal()) {
      desk.summary(Tickets.REFUND.attachments().get(0));
      return;
    }
    for (int i = 0; i < WARM_UP; i++) {
      Tickets.ALL.forEach(desk::handle);
      full.write(Tickets.REFUND);
    }
    runtime.cache().evict("SupportDesk.intent");
    server.slowDown();
  }
}
