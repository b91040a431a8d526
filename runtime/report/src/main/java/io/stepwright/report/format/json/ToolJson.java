package io.stepwright.report.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.report.ApprovalReport;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.TurnReport;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolContent;
import java.io.IOException;
import java.util.List;

/** Writes the turns of a step's model, and the tools that it called. */
final class ToolJson {

  private final boolean content;

  ToolJson(boolean content) {
    this.content = content;
  }

  void write(StepReport step, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("turns");
    for (TurnReport turn : step.turns()) {
      write(turn, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("toolCalls");
    for (ToolReport call : step.toolCalls()) {
      write(call, json);
    }
    json.writeEndArray();
  }

  private static void write(TurnReport turn, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", turn.number());
    json.writeArrayFieldStart("attempts");
    for (AttemptReport attempt : turn.attempts()) {
      json.writeNumber(attempt.number());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("toolCalls");
    for (ToolReport call : turn.toolCalls()) {
      json.writeNumber(call.number());
    }
    json.writeEndArray();
    json.writeNumberField("inputTokens", turn.inputTokens());
    json.writeNumberField("outputTokens", turn.outputTokens());
    StepJson.cost("cost", turn.cost(), json);
    json.writeEndObject();
  }

  private void write(ToolReport call, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", call.number());
    json.writeNumberField("turn", call.turn());
    json.writeStringField("tool", call.tool());
    json.writeStringField("end", StepJson.lower(call.end()));
    json.writeNumberField("startNanos", call.start().toNanos());
    json.writeNumberField("durationNanos", call.duration().toNanos());
    json.writeStringField("thread", call.thread());
    json.writeNumberField("threadId", call.threadId());
    ApprovalReport approval = call.approval();
    if (approval != null) {
      json.writeObjectFieldStart("approval");
      json.writeStringField("end", StepJson.lower(approval.end()));
      json.writeNumberField("startNanos", approval.start().toNanos());
      json.writeNumberField("durationNanos", approval.duration().toNanos());
      json.writeEndObject();
    }
    if (call.failure() != null) {
      JsonReport.failure("failure", call.failure(), content, json);
    }
    ToolContent said = call.content();
    if (content && said != null) {
      json.writeStringField("arguments", said.arguments());
      if (said.result() != null) {
        json.writeStringField("result", said.result());
      }
    }
    json.writeEndObject();
  }

  /** Writes the calls of a message of the model, as it wrote them. */
  static void calls(List<ToolCall> calls, JsonGenerator json) throws IOException {
    if (calls.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("calls");
    for (ToolCall call : calls) {
      json.writeStartObject();
      json.writeStringField("id", call.id());
      json.writeStringField("name", call.name());
      json.writeStringField("arguments", call.arguments());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
