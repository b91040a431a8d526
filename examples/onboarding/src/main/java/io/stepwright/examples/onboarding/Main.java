package io.stepwright.examples.onboarding;

import io.stepwright.examples.onboarding.Onboarding.Onboarded;
import io.stepwright.examples.onboarding.Onboarding.Plan;
import io.stepwright.examples.onboarding.Onboarding.Signup;
import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Options;
import io.stepwright.report.RunReport;
import io.stepwright.report.format.ReportFormat;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Welcomes one user twice, with the steps one after another and wired, and then repeats the
 * question.
 */
public final class Main {

  private static final Signup ADA =
      new Signup(
          "Ada",
          "ada@example.com",
          "We run on a spreadsheet and want to move 40 people before the summer.",
          Plan.TEAM);

  private static final Signup SOMEBODY =
      new Signup("Eve", "eve@example.com", "Just looking around for now.", Plan.FREE);

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
    out.println("The generated class, to read: " + GeneratedSource.of(WiredOnboarding.class));
    try (ModelServer server = ModelServer.start(environment, options.scale(), GuideAnswers::to);
        AgentRuntime runtime = runtime(server)) {
      out.println(
          server.describe(
              """
              seven times in all. Its answers
              differ in length each time, and so do the times below.""",
              """
              Its latencies are those of a published guide, times %s: intent 2.5 s,
              e-mail 3.0 s, CRM note 2.8 s. HTTP, threads, parsing and everything else are real."""));
      Onboarding wired = new WiredOnboarding(runtime);
      OneAfterAnother byHand = new WiredOneAfterAnother(runtime);
      // Keeps class loading and the first connection out of the times below.
      runtime.cache().warmUp(Duration.ofSeconds(30));
      if (server.isReal()) {
        wired.crmNote(SOMEBODY);
      } else {
        byHand.oneAfterAnother(SOMEBODY);
        wired.onboard(SOMEBODY);
        AskedAgain.warmUp(wired, SOMEBODY);
      }
      server.slowDown();
      RunReport slow = byHand.oneAfterAnother(ADA).report();
      AgentResult<Onboarded> fast = wired.onboard(ADA);
      print(out, slow, fast.report());
      out.println(fast.value());
      AskedAgain.print(out, wired, ADA, fast.report());
      Path page = Path.of("target", "onboarding-run.html");
      out.println("The run as a page: " + ReportFormat.HTML.write(fast.report(), page));
    }
  }

  private static AgentRuntime runtime(ModelServer server) {
    AgentRuntime.Builder builder = server.runtime();
    if (server.isReal()) {
      // One server for all: what the properties file expects of a local model, it answers too.
      builder.configuration("stepwright.models.notes", "gpt-4o-mini");
    }
    return builder.build();
  }

  private static void print(PrintStream out, RunReport slow, RunReport fast) {
    double slowSeconds = slow.wallTime().toNanos() / 1e9;
    double fastSeconds = fast.wallTime().toNanos() / 1e9;
    double criticalSeconds = fast.criticalPathTime().toNanos() / 1e9;
    out.println();
    out.println("One after another");
    out.println(slow.toText());
    out.println("Wired");
    out.println(fast.toText());
    out.println(
        String.format(
            Locale.ROOT,
            "%.2f s -> %.2f s: %.2f times as fast, and %.3f times the critical path (%s).",
            slowSeconds,
            fastSeconds,
            slowSeconds / fastSeconds,
            fastSeconds / criticalSeconds,
            String.join(" -> ", fast.criticalPath())));
  }
}
