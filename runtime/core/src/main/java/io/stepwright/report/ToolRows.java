package io.stepwright.report;

import io.stepwright.spi.RunEvent.ToolEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a text for the calls of tools of one step. */
final class ToolRows {

  private static final int SHOWN = 16;
  private static final int MOST_INDENT = 8;
  private static final int BLUE = 34;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int RED = 31;

  private ToolRows() {}

  /**
   * Returns the rows of a step's calls, each followed by those of the steps that it has executed.
   *
   * @param depth the number of steps and calls around the step
   */
  static List<Waterfall.Row> of(StepReport step, ToolSteps inner, int depth) {
    List<Waterfall.Row> rows = new ArrayList<>();
    List<ToolReport> calls = step.toolCalls();
    String indent = "  ".repeat(Math.min(MOST_INDENT, depth + 1));
    for (ToolReport call : calls.subList(0, Math.min(SHOWN, calls.size()))) {
      rows.add(
          new Waterfall.Row(
              indent + call.tool(),
              call.start().toNanos(),
              call.duration().toNanos(),
              mark(call.end()),
              note(call),
              '-',
              colour(call.end())));
      for (StepReport within : inner.of(call)) {
        rows.add(ReportText.row(within, indent + "  " + within.label()));
        rows.addAll(of(within, inner, depth + 2));
      }
    }
    if (calls.size() > SHOWN) {
      rows.add(
          new Waterfall.Row(
              String.format(Locale.ROOT, "%s(%d more calls)", indent, calls.size() - SHOWN),
              step.start().toNanos(),
              0,
              ' ',
              ""));
    }
    return rows;
  }

  private static String note(ToolReport call) {
    String turn = "turn " + call.turn() + approval(call);
    return switch (call.end()) {
      case RETURNED -> turn;
      case FAILED ->
          turn + ", failed" + (call.failure() == null ? "" : ", " + call.failure().type());
      case REMEMBERED, REFUSED, INVALID, CANCELLED ->
          turn + ", " + call.end().name().toLowerCase(Locale.ROOT);
    };
  }

  /** Returns the wait for an approval; it is no work, and not on the wire. */
  private static String approval(ToolReport call) {
    ApprovalReport approval = call.approval();
    if (approval == null) {
      return "";
    }
    String end =
        switch (approval.end()) {
          case APPROVED -> "approved";
          case REFUSED -> "not approved";
          case EXPIRED -> "approval expired";
          case CANCELLED -> "approval cancelled";
        };
    return ", " + end + " after " + Waterfall.time(approval.duration().toNanos());
  }

  private static char mark(ToolEnd end) {
    return switch (end) {
      case RETURNED -> '+';
      case REMEMBERED -> '=';
      case FAILED -> '!';
      case REFUSED -> '-';
      case INVALID -> '?';
      case CANCELLED -> 'x';
    };
  }

  private static int colour(ToolEnd end) {
    return switch (end) {
      case RETURNED -> BLUE;
      case REMEMBERED -> GREEN;
      case FAILED, INVALID -> RED;
      case REFUSED, CANCELLED -> YELLOW;
    };
  }
}
