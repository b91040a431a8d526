package io.stepwright.report.format.html;

import static io.stepwright.report.format.html.PageData.micros;

import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.CacheReport;
import io.stepwright.report.Cost;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.report.ToolReport;
import io.stepwright.report.format.rows.Row;
import io.stepwright.report.format.rows.Stats;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the data of one line of the page. */
final class RowData {

  private static final int LONGEST = 300;
  private static final int MOST_ATTEMPTS = 24;
  private static final int PROFILE = 120;

  private final RunReport report;
  private final boolean content;
  private final ToolData tools;

  RowData(RunReport report, boolean content) {
    this.report = report;
    this.content = content;
    this.tools = new ToolData(report, content);
  }

  /**
   * Writes a call of a tool.
   *
   * @param depth the number of steps and calls around it
   */
  void write(StepReport step, ToolReport call, int depth, JsonGenerator json) throws IOException {
    tools.write(step, call, depth, json);
  }

  /**
   * Writes a step.
   *
   * @param depth the number of steps and calls of tools around it
   */
  void write(StepReport step, int depth, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (depth > 0) {
      json.writeNumberField("depth", depth);
    }
    text("name", step.name(), json);
    text("label", step.label(), json);
    json.writeStringField("state", state(step.state()));
    json.writeNumberField("start", micros(step.start().toNanos()));
    json.writeNumberField("end", micros(step.end().toNanos()));
    json.writeNumberField("queued", micros(step.queued().toNanos()));
    if (step.critical()) {
      json.writeBooleanField("critical", true);
    }
    if (step.direct()) {
      json.writeBooleanField("direct", true);
    }
    text("reason", step.reason(), json);
    text("thread", step.thread(), json);
    text("model", step.askedModel(), json);
    text("answeredBy", step.answeringModel(), json);
    text("finishReason", step.finishReason(), json);
    failure(step.failure(), true, json);
    text("error", step.failure() == null ? null : step.failure().type(), json);
    tokens(step.inputTokens(), step.outputTokens(), step.modelCalls() > 0, json);
    if (step.modelCalls() > 0) {
      text("cost", step.cost().toText(report.currency()), json);
    }
    if (step.cache() != null) {
      write(step.cache(), json);
    }
    if (!step.attempts().isEmpty()) {
      attempts(step.attempts(), json);
    }
    if (!step.toolCalls().isEmpty()) {
      tools.turns(step, json);
    }
    json.writeEndObject();
  }

  private void write(CacheReport cache, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("cache");
    text("text", cache.toString(), json);
    json.writeNumberField("start", micros(cache.start().toNanos()));
    json.writeNumberField("end", micros(cache.start().plus(cache.duration()).toNanos()));
    if (cache.outcome().isHit()) {
      json.writeNumberField("saved", cache.inputTokensSaved() + cache.outputTokensSaved());
      text("costSaved", cost(cache.costSaved()), json);
    }
    if (content) {
      text("matched", cache.matchedText(), json);
    }
    json.writeEndObject();
  }

  private void attempts(List<AttemptReport> attempts, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("attempts");
    for (AttemptReport attempt : attempts.subList(0, Math.min(MOST_ATTEMPTS, attempts.size()))) {
      json.writeStartObject();
      json.writeNumberField("number", attempt.number());
      json.writeStringField("reason", attempt.reason().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("start", micros(attempt.start().toNanos()));
      json.writeNumberField("end", micros(attempt.start().plus(attempt.duration()).toNanos()));
      json.writeNumberField("waited", micros(attempt.waited().toNanos()));
      if (attempt.onWire() != null) {
        json.writeNumberField("wire", micros(attempt.onWire().toNanos()));
      }
      text("model", attempt.model(), json);
      text("answeredBy", attempt.answeredBy(), json);
      tokens(
          attempt.inputTokens(),
          attempt.outputTokens(),
          attempt.inputTokens() != ModelReply.UNKNOWN,
          json);
      if (attempt.status() != ModelClientException.NO_STATUS) {
        json.writeNumberField("status", attempt.status());
      }
      failure(attempt.failure(), content, json);
      if (content && attempt.content() != null) {
        write(attempt.content(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    if (attempts.size() > MOST_ATTEMPTS) {
      json.writeNumberField("attemptsLeftOut", attempts.size() - MOST_ATTEMPTS);
    }
  }

  /** Writes the texts of an attempt, which the report has truncated. */
  private static void write(ModelContent said, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("said");
    for (Turn turn : said.turns()) {
      said(turn.role(), turn.display() + ToolData.calls(turn), json);
    }
    said(
        "answer",
        said.answer() == null ? null : said.answer() + ToolData.calls(said.calls()),
        json);
    json.writeEndArray();
  }

  static void said(String what, @Nullable String text, JsonGenerator json) throws IOException {
    if (text != null) {
      json.writeStartArray();
      json.writeString(what);
      json.writeString(text);
      json.writeEndArray();
    }
  }

  void write(Row.Folded folded, JsonGenerator json) throws IOException {
    Stats stats = Stats.of(folded.steps());
    json.writeStartObject();
    json.writeBooleanField("folded", true);
    text("name", folded.name(), json);
    text(
        "label",
        String.format(
            Locale.ROOT,
            "%s \u00d7%,d%s",
            folded.steps().get(0).title(),
            stats.count(),
            folded.more() ? " more" : ""),
        json);
    text("model", folded.steps().get(0).model(), json);
    Map.Entry<StepState, Integer> most = null;
    json.writeObjectFieldStart("states");
    for (Map.Entry<StepState, Integer> state : stats.states().entrySet()) {
      json.writeNumberField(state.getKey().toText(), state.getValue());
      most = most == null || state.getValue() > most.getValue() ? state : most;
    }
    json.writeEndObject();
    json.writeStringField("state", state(most == null ? StepState.FINISHED : most.getKey()));
    json.writeNumberField("start", micros(stats.start()));
    json.writeNumberField("end", micros(stats.end()));
    json.writeNumberField("min", micros(stats.min()));
    json.writeNumberField("median", micros(stats.median()));
    json.writeNumberField("max", micros(stats.max()));
    json.writeNumberField("sum", micros(stats.sum()));
    tokens(stats.inputTokens(), stats.outputTokens(), stats.inputTokens() > 0, json);
    if (stats.inputTokens() > 0) {
      text("cost", cost(stats.cost()), json);
    }
    profile(folded.steps(), stats, json);
    json.writeEndObject();
  }

  /**
   * Writes the number of concurrent executions, in equal parts of the time from the first start to
   * the last end.
   */
  private static void profile(List<StepReport> steps, Stats stats, JsonGenerator json)
      throws IOException {
    int[] change = new int[PROFILE + 1];
    long length = Math.max(1, stats.end() - stats.start());
    for (StepReport step : steps) {
      if (step.thread() != null) {
        int first = part(step.start().toNanos() - stats.start(), length);
        change[first]++;
        change[Math.max(first + 1, part(step.end().toNanos() - stats.start(), length) + 1)]--;
      }
    }
    json.writeArrayFieldStart("profile");
    int now = 0;
    for (int i = 0; i < PROFILE; i++) {
      now += change[i];
      json.writeNumber(now);
    }
    json.writeEndArray();
  }

  private static int part(long nanos, long length) {
    return (int) Math.min(PROFILE - 1, Math.max(0, nanos * PROFILE / length));
  }

  private String cost(Cost cost) {
    return cost.toText(report.currency());
  }

  static void tokens(long in, long out, boolean known, JsonGenerator json) throws IOException {
    if (known) {
      json.writeNumberField("in", in);
      json.writeNumberField("out", out);
    }
  }

  static void failure(@Nullable FailureReport failure, boolean message, JsonGenerator json)
      throws IOException {
    if (failure != null) {
      text("failure", message ? failure.type() + ": " + failure.message() : failure.type(), json);
    }
  }

  static void text(String field, @Nullable String text, JsonGenerator json) throws IOException {
    if (text != null) {
      json.writeStringField(field, cut(text));
    }
  }

  /** Truncates a text, because the size of the page is bounded. */
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
  }

  private static String state(StepState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
