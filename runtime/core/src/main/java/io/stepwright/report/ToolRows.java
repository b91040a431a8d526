package io.stepwright.report;

import io.stepwright.spi.RunEvent.ToolEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of a text for the calls of tools of one step. */
final class ToolRows {

  private static final int SHOWN = 16;
  private static final int BLUE = 34;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int RED = 31;

  private ToolRows() {}

  static List<Waterfall.Row> of(StepReport step) {
    List<Waterfall.Row> rows = new ArrayList<>();
    List<ToolReport> calls = step.toolCalls();
    for (ToolReport call : calls.subList(0, Math.min(SHOWN, calls.size()))) {
      rows.add(
          new Waterfall.Row(
              "  " + call.tool(),
              call.start().toNanos(),
              call.duration().toNanos(),
              mark(call.end()),
              note(call),
              '-',
              colour(call.end())));
    }
    if (calls.size() > SHOWN) {
      rows.add(
          new Waterfall.Row(
              String.format(Locale.ROOT, "  (%d more calls)", calls.size() - SHOWN),
              step.start().toNanos(),
              0,
              ' ',
              ""));
    }
    return rows;
  }

  private static String note(ToolReport call) {
    String turn = "turn " + call.turn();
    return switch (call.end()) {
      case RETURNED -> turn;
      case FAILED ->
          turn + ", failed" + (call.failure() == null ? "" : ", " + call.failure().type());
      case REMEMBERED, REFUSED, INVALID, CANCELLED ->
          turn + ", " + call.end().name().toLowerCase(Locale.ROOT);
    };
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
