package io.stepwright.examples.supportdesk;

import io.stepwright.report.CacheReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The savings of the parts of the agent, computed from the reports of its runs. */
final class Savings {

  private final List<RunReport> runs;
  private final StepReport full;

  /**
   * Creates a comparison.
   *
   * @param runs one run for each of {@link Tickets#ALL}, in their order
   * @param full the run that wrote the first ticket's reply without a template
   */
  Savings(List<RunReport> runs, RunReport full) {
    this.runs = List.copyOf(runs);
    this.full = step(full, "reply");
  }

  /**
   * Returns the table.
   *
   * @param again a run that asked for the intent of the first ticket once more
   */
  String toText(RunReport again) {
    StepReport refund = step(runs.get(0), "reply");
    StepReport question = step(runs.get(1), "reply");
    return row("reply, one open slot", writing(refund), "the others are written already")
        + row("reply, in full", writing(full), "the same words, without its template")
        + row("ratio", ratio(refund), "")
        + row("reply, no open slot", writing(question), "no call")
        + row("order, by regex", writing(step(runs.get(0), "order")), "no call")
        + row("intent, asked first", writing(step(runs.get(0), "intent")), "")
        + row("intent, asked again", writing(step(again, "intent")), cache(again))
        + row("conditions", "", skipped())
        + row("at once", "", speedUp(runs.get(0)));
  }

  private String ratio(StepReport refund) {
    return String.format(
        Locale.ROOT,
        "%6.2f of tokens %6.2f of the time",
        (double) refund.outputTokens() / full.outputTokens(),
        (double) refund.duration().toNanos() / full.duration().toNanos());
  }

  private String skipped() {
    List<StepReport> skipped =
        runs.stream()
            .flatMap(run -> run.steps().stream())
            .filter(step -> step.state() == StepState.SKIPPED)
            .toList();
    return String.format(
        Locale.ROOT,
        "%d steps skipped in %d runs: %s",
        skipped.size(),
        runs.size(),
        skipped.stream().map(StepReport::label).collect(Collectors.joining(", ")));
  }

  private static String speedUp(RunReport run) {
    return String.format(
        Locale.ROOT,
        "steps of %.2f s in %.2f s: %.1f times as fast",
        run.stepTime().toNanos() / 1e9,
        run.wallTime().toNanos() / 1e9,
        (double) run.stepTime().toNanos() / run.wallTime().toNanos());
  }

  private static String cache(RunReport again) {
    CacheReport cache = step(again, "intent").cache();
    return cache == null ? "" : cache.toString();
  }

  private static String writing(StepReport step) {
    return String.format(
        Locale.ROOT, "%4d tokens %11.2f ms", step.outputTokens(), step.duration().toNanos() / 1e6);
  }

  private static String row(String part, String amounts, String remark) {
    String text = amounts.isEmpty() ? remark : String.format("%-35s%s", amounts, remark);
    return String.format("  %-21s %s", part, text).stripTrailing() + System.lineSeparator();
  }

  private static StepReport step(RunReport run, String name) {
    return run.steps().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
  }
}
