package io.stepwright.examples.traveldesk;

import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Options;
import io.stepwright.examples.traveldesk.TravelDesk.Answer;
import io.stepwright.examples.traveldesk.TravelDesk.Request;
import io.stepwright.report.format.ReportFormat;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ApprovalQueue;
import io.stepwright.runtime.ConsoleApprovals;
import io.stepwright.spi.Approvals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Answers three requests, and shows what the model has called and what was paid. */
public final class Main {

  private static final String CONSOLE = "--console";
  private static final int WAITING = 100;
  private static final int MOST_CENTS = 50_000;

  private Main() {}

  /** Runs the example; see {@link Options#USAGE}. With {@code --console}, you approve payments. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    List<String> given = Arrays.asList(arguments);
    Options options;
    try {
      options =
          Options.parse(
              given.stream().filter(each -> !each.equals(CONSOLE)).toArray(String[]::new));
    } catch (IllegalArgumentException e) {
      System.err.println(
          e.getMessage() + System.lineSeparator() + CONSOLE + " to approve yourself");
      System.exit(2);
      return;
    }
    try {
      if (given.contains(CONSOLE)) {
        run(options, System.getenv(), new ConsoleApprovals(), System.out);
      } else {
        runWithClerk(options, System.getenv(), System.out);
      }
    } catch (AgentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Lets a clerk approve payments over HTTP. */
  static void runWithClerk(Options options, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException {
    String token = UUID.randomUUID().toString();
    ApprovalQueue queue = new ApprovalQueue(WAITING, Duration.ofMinutes(2));
    try (ApprovalServer server = ApprovalServer.start(queue, token);
        Clerk clerk =
            Clerk.start(server.url(), token, MOST_CENTS, text -> out.println("Clerk: " + text))) {
      out.println("Payments wait at " + server.url() + " for an approval.");
      run(options, environment, queue, out);
    }
  }

  static void run(
      Options options, Map<String, String> environment, Approvals approvals, PrintStream out)
      throws IOException, InterruptedException {
    try (ModelServer server = ModelServer.start(environment, options.scale(), TravelAnswers::to);
        AgentRuntime runtime = server.runtime().approvals(approvals).build()) {
      out.println(
          server.describe(
              """
              some twenty times in all. What
              it calls and answers differs each time.""",
              String.format(
                  Locale.ROOT,
                  """
                  It reacts to the results of the tools.
                  An answer begins after %d ms and takes %d ms for each token, times %%s.""",
                  TravelAnswers.MILLIS_TO_BEGIN,
                  TravelAnswers.MILLIS_PER_TOKEN)));
      Bank bank = new Bank();
      Catalogue catalogue = new Catalogue();
      TravelDesk desk =
          new WiredTravelDesk(
              runtime, Company.TRAVELLERS, catalogue, bank, new WiredEntryRules(runtime));
      server.slowDown();
      for (Request request : Company.ALL) {
        out.println();
        out.println(request.travellerId() + ": " + request.text());
        AgentResult<Answer> result = desk.answer(request);
        out.println(result.report().toText());
        out.println(result.value());
        if (request == Company.TRIP) {
          Path page = Path.of("target", "travel-desk-run.html");
          out.println("As a page: " + ReportFormat.HTML.write(result.report(), page));
        }
      }
      out.println();
      out.println("What the tools have done");
      catalogue.reservations().forEach(each -> out.println("  reserved " + each));
      bank.payments().forEach(each -> out.println("  paid " + each));
    }
  }
}
