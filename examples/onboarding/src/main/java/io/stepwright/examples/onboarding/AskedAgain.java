package io.stepwright.examples.onboarding;

import io.stepwright.examples.onboarding.Onboarding.Intent;
import io.stepwright.examples.onboarding.Onboarding.Signup;
import io.stepwright.report.CacheReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.spi.CacheOutcome;
import java.io.PrintStream;
import java.util.Locale;

/** Repeats a question in the same words, in other words, and with a different meaning. */
final class AskedAgain {

  private static final int WARM_UP = 300;

  private AskedAgain() {}

  /** Asks often enough for the JVM to compile the code that answers. */
  static void warmUp(Onboarding wired, Signup signup) {
    for (int i = 0; i < WARM_UP; i++) {
      wired.classify(signup);
      // The message is new, so it is embedded and compared.
      String message = signup.message() + " Visit " + i + ".";
      wired.classify(new Signup(signup.name(), signup.email(), message, signup.plan()));
    }
  }

  /**
   * Repeats a question, and prints the time of each answer.
   *
   * @param before a run that has asked the same question
   */
  static void print(PrintStream out, Onboarding wired, Signup signup, RunReport before) {
    String question = signup.message();
    out.println();
    out.println("Asked again");
    row(out, "before", before, question);
    ask(out, "same words", wired, signup, question);
    ask(out, "other words", wired, signup, question.replace("want to move", "would like to move"));
    ask(out, "not the same", wired, signup, question.replace("before", "after"));
  }

  private static void ask(
      PrintStream out, String label, Onboarding wired, Signup signup, String message) {
    AgentResult<Intent> result =
        wired.classify(new Signup(signup.name(), signup.email(), message, signup.plan()));
    row(out, label, result.report(), message);
  }

  private static void row(PrintStream out, String label, RunReport report, String message) {
    StepReport intent =
        report.steps().stream()
            .filter(step -> step.name().equals("intent"))
            .findFirst()
            .orElseThrow();
    CacheReport cache = intent.cache();
    out.println(
        String.format(
            Locale.ROOT,
            "  %-15s %9.2f ms  %-52s %s",
            label,
            intent.duration().toNanos() / 1e6,
            cache == null || cache.outcome() == CacheOutcome.MISS ? "" : cache,
            message));
  }
}
