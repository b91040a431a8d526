package io.stepwright.report.format.trace;

import io.stepwright.report.ApprovalReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes one call of a tool, with its wait for an approval. */
final class ToolTrace {

  private ToolTrace() {}

  static void write(StepReport step, ToolReport call, int tid, TraceWriter trace)
      throws IOException {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("step", step.label());
    arguments.put("call", call.number());
    arguments.put("turn", call.turn());
    arguments.put("end", call.end().name().toLowerCase(Locale.ROOT));
    if (call.failure() != null) {
      arguments.put("failure", call.failure().type());
    }
    long start = call.start().toNanos();
    trace.complete(call.tool(), "tool", start, call.duration().toNanos(), tid, arguments);
    ApprovalReport approval = call.approval();
    if (approval != null) {
      trace.complete(
          "approval",
          "wait",
          approval.start().toNanos(),
          approval.duration().toNanos(),
          tid,
          Map.of("end", approval.end().name().toLowerCase(Locale.ROOT)));
    }
  }
}
