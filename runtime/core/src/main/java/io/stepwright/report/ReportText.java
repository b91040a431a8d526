package io.stepwright.report;

import io.stepwright.figure.NestedText;
import io.stepwright.figure.TokenSums;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NestedRuns;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.ServerText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders a report as text. */
final class ReportText {

  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int BLUE = 34;
  private static final int GREY = 90;

  private static final long LEAST_ELSEWHERE_NANOS = 20_000_000;
  private static final int LEAST_PART_ELSEWHERE = 10;

  private ReportText() {}

  static String of(RunReport report, int width, boolean colour) {
    List<Waterfall.Row> rows = new ArrayList<>();
    Map<String, FoldedItems> folded = new HashMap<>();
    ToolSteps inner = ToolSteps.of(report);
    for (StepReport step : report.steps()) {
      if (inner.contains(step)) {
        continue;
      }
      FoldedItems items =
          step.item() == StepKey.NO_ITEM
              ? null
              : folded.computeIfAbsent(step.title(), FoldedItems::new);
      if (items == null || !items.fold(step)) {
        rows.add(row(step, step.label()));
        rows.addAll(ToolRows.of(step, inner, 0));
      } else if (items.count() == 1) {
        // Reserves the row; its content is known at the end.
        items.standAt(rows.size());
        rows.add(items.row());
      }
    }
    for (FoldedItems items : folded.values()) {
      if (items.count() > 0) {
        rows.set(items.place(), items.row());
      }
    }
    FailureReport failure = report.failure();
    return summary(report)
        + System.lineSeparator()
        + (failure == null
            ? ""
            : ServerText.line("failed, " + failure.type() + ": " + failure.message())
                + System.lineSeparator())
        + Waterfall.render(rows, report.wallTime().toNanos(), width, colour);
  }

  /** Returns the row of a step, under a label. */
  static Waterfall.Row row(StepReport step, String label) {
    return new Waterfall.Row(
        label,
        step.start().toNanos(),
        step.duration().toNanos(),
        mark(step.state()),
        ServerText.line(note(step)),
        fill(step.critical()),
        colour(step.state()));
  }

  static String summary(RunReport report) {
    return String.format(
        Locale.ROOT,
        "%s.%s %s, critical path %s (%s), steps %s, tokens %d in, %d out%s%s%s",
        report.agent(),
        report.entryPoint(),
        Waterfall.time(report.wallTime().toNanos()),
        Waterfall.time(report.criticalPathTime().toNanos()),
        String.join(" > ", report.criticalPathTitles()),
        Waterfall.time(report.stepTime().toNanos()),
        TokenSums.plus(report.inputTokens(), report.nested().inputTokens()),
        TokenSums.plus(report.outputTokens(), report.nested().outputTokens()),
        saved(report),
        cost(report),
        nested(report));
  }

  private static String saved(RunReport report) {
    long tokens = TokenSums.plus(report.inputTokensSaved(), report.outputTokensSaved());
    return tokens == 0 ? "" : String.format(Locale.ROOT, ", %d saved", tokens);
  }

  private static String cost(RunReport report) {
    return cost(report, report.cost().plus(report.nestedCost()));
  }

  private static String cost(RunReport report, Cost cost) {
    // Without a known price there is no cost to show.
    return cost.known().signum() == 0 ? "" : ", " + cost.toText(report.currency());
  }

  private static String nested(RunReport report) {
    NestedRuns nested = report.nested();
    return nested.runs() == 0
        ? ""
        : ", " + NestedText.of(nested) + cost(report, report.nestedCost());
  }

  static char mark(StepState state) {
    return switch (state) {
      case FINISHED -> '+';
      case CACHED -> '=';
      case ABSENT -> 'o';
      case SKIPPED -> '-';
      case NOT_NEEDED -> '~';
      case FAILED -> '!';
      case CANCELLED -> 'x';
    };
  }

  static char fill(boolean critical) {
    return critical ? '#' : '=';
  }

  static int colour(StepState state) {
    return switch (state) {
      case FINISHED, ABSENT -> BLUE;
      case CACHED -> GREEN;
      case SKIPPED, NOT_NEEDED -> GREY;
      case CANCELLED -> YELLOW;
      case FAILED -> RED;
    };
  }

  /**
   * Tells whether a step took much time for something else than its requests and the waits before
   * them: the time on the wire is only shown then, because otherwise it is that of the step.
   */
  private static boolean isMuchElsewhere(StepReport step, Duration wire) {
    long elsewhere = step.duration().minus(wire).toNanos();
    for (AttemptReport attempt : step.attempts()) {
      elsewhere -= attempt.waited().toNanos();
    }
    return elsewhere >= LEAST_ELSEWHERE_NANOS
        && elsewhere >= step.duration().toNanos() / LEAST_PART_ELSEWHERE;
  }

  private static String note(StepReport step) {
    List<String> notes = new ArrayList<>();
    if (!step.state().hasValue()) {
      notes.add(step.state().toText());
    }
    if (step.reason() != null) {
      notes.add(step.reason());
    }
    if (step.failure() != null) {
      notes.add(step.failure().type());
    }
    if (step.finishReason() != null) {
      notes.add("stopped by " + step.finishReason());
    }
    CacheReport cache = step.cache();
    if (cache != null && cache.outcome() != CacheOutcome.MISS) {
      notes.add(cache.toString());
    }
    String model = step.answeringModel() == null ? step.askedModel() : step.answeringModel();
    if (model != null && step.state() != StepState.CACHED) {
      notes.add(model);
    }
    int turns = step.toolCalls().isEmpty() ? 1 : step.turns().size();
    if (turns > 1) {
      notes.add(turns + " turns");
    }
    if (step.attempts().size() > turns) {
      notes.add(step.attempts().size() + " attempts");
    }
    Duration wire = step.onWire();
    if (wire != null && isMuchElsewhere(step, wire)) {
      notes.add(Waterfall.time(wire.toNanos()) + " on the wire");
    }
    return String.join(", ", notes);
  }
}
