package io.stepwright.runtime;

import io.stepwright.report.Waterfall;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a report for people. */
final class ReportText {

  private ReportText() {}

  static String of(RunReport report, int width) {
    List<Waterfall.Row> rows = new ArrayList<>();
    Map<String, FoldedItems> folded = new HashMap<>();
    for (StepReport step : report.steps()) {
      FoldedItems items =
          step.item() == StepKey.NO_ITEM
              ? null
              : folded.computeIfAbsent(step.name(), FoldedItems::new);
      if (items == null || !items.fold(step)) {
        rows.add(
            new Waterfall.Row(
                step.label(),
                step.start().toNanos(),
                step.duration().toNanos(),
                mark(step.state()),
                note(step)));
      } else if (items.count() == 1) {
        // Its place; what it says is known at the end.
        items.standAt(rows.size());
        rows.add(items.row());
      }
    }
    for (FoldedItems items : folded.values()) {
      if (items.count() > 0) {
        rows.set(items.place(), items.row());
      }
    }
    return summary(report)
        + System.lineSeparator()
        + Waterfall.render(rows, report.wallTime().toNanos(), width);
  }

  static String summary(RunReport report) {
    return String.format(
        Locale.ROOT,
        "%s.%s %s, critical path %s (%s), steps %s, tokens %d in, %d out%s",
        report.agent(),
        report.entryPoint(),
        Waterfall.time(report.wallTime().toNanos()),
        Waterfall.time(report.criticalPathTime().toNanos()),
        String.join(" > ", report.criticalPath()),
        Waterfall.time(report.stepTime().toNanos()),
        report.inputTokens(),
        report.outputTokens(),
        saved(report));
  }

  private static String saved(RunReport report) {
    long tokens = report.inputTokensSaved() + report.outputTokensSaved();
    return tokens == 0 ? "" : ", %d saved".formatted(tokens);
  }

  static char mark(StepState state) {
    return switch (state) {
      case FINISHED -> '+';
      case ABSENT -> 'o';
      case SKIPPED -> '-';
      case NOT_NEEDED -> '~';
      case FAILED -> '!';
      case CANCELLED -> 'x';
    };
  }

  private static String note(StepReport step) {
    List<String> notes = new ArrayList<>();
    if (step.state() != StepState.FINISHED) {
      notes.add(step.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    CacheReport cache = step.cache();
    if (cache != null && cache.outcome() != CacheOutcome.MISS) {
      notes.add(cache.toString());
    }
    String model = step.answeringModel() == null ? step.model() : step.answeringModel();
    if (model != null && (cache == null || !cache.outcome().isHit())) {
      notes.add(model);
    }
    if (step.attempts().size() > 1) {
      notes.add(step.attempts().size() + " attempts");
    }
    return String.join(", ", notes);
  }
}
