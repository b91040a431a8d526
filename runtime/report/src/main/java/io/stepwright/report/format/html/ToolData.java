package io.stepwright.report.format.html;

import static io.stepwright.report.format.html.PageData.micros;
import static io.stepwright.report.format.html.RowData.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.report.ApprovalReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.report.TurnReport;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolContent;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes the turns of a step's model, and the lines of the tools that it called. */
final class ToolData {

  private static final int MOST_TURNS = 24;

  private final RunReport report;
  private final boolean content;

  ToolData(RunReport report, boolean content) {
    this.report = report;
    this.content = content;
  }

  /** Writes the turns with their usage. */
  void turns(StepReport step, JsonGenerator json) throws IOException {
    List<TurnReport> turns = step.turns();
    json.writeArrayFieldStart("turns");
    for (TurnReport turn : turns.subList(0, Math.min(MOST_TURNS, turns.size()))) {
      json.writeStartObject();
      json.writeNumberField("number", turn.number());
      json.writeNumberField("attempts", turn.attempts().size());
      json.writeNumberField("calls", turn.toolCalls().size());
      RowData.tokens(turn.inputTokens(), turn.outputTokens(), true, json);
      text("cost", turn.cost().toText(report.currency()), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    if (turns.size() > MOST_TURNS) {
      json.writeNumberField("turnsLeftOut", turns.size() - MOST_TURNS);
    }
  }

  void write(StepReport step, ToolReport call, int depth, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("tool", true);
    json.writeNumberField("depth", depth);
    text("name", step.name(), json);
    text("label", call.tool(), json);
    text("of", step.label(), json);
    json.writeNumberField("turn", call.turn());
    json.writeStringField("outcome", call.end().name().toLowerCase(Locale.ROOT));
    json.writeStringField("state", state(call));
    json.writeNumberField("start", micros(call.start().toNanos()));
    json.writeNumberField("end", micros(call.ended().toNanos()));
    text("thread", call.thread(), json);
    ApprovalReport approval = call.approval();
    if (approval != null) {
      json.writeObjectFieldStart("approval");
      json.writeStringField("outcome", approval.end().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("start", micros(approval.start().toNanos()));
      json.writeNumberField("end", micros(approval.start().plus(approval.duration()).toNanos()));
      json.writeEndObject();
    }
    RowData.failure(call.failure(), content, json);
    text("error", call.failure() == null ? null : call.failure().type(), json);
    ToolContent said = call.content();
    if (content && said != null) {
      json.writeArrayFieldStart("said");
      RowData.said("arguments", said.arguments(), json);
      RowData.said("result", said.result(), json);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Returns the name of the state of a step that looks the same. */
  private static String state(ToolReport call) {
    return switch (call.end()) {
      case RETURNED -> "finished";
      case REMEMBERED -> "cached";
      case FAILED, INVALID -> "failed";
      case REFUSED -> "not-needed";
      case CANCELLED -> "cancelled";
    };
  }

  /** Returns the calls of a message of the model, for display below its text. */
  static String calls(Turn turn) {
    return turn instanceof Turn.Model model ? calls(model.calls()) : "";
  }

  static String calls(List<ToolCall> calls) {
    StringBuilder text = new StringBuilder();
    for (ToolCall call : calls) {
      text.append("\n\u2192 ").append(call.name()).append(' ').append(call.arguments());
    }
    return text.toString();
  }
}
