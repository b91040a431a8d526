package io.stepwright.report.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.report.AttemptReport;
import io.stepwright.report.CacheReport;
import io.stepwright.report.Cost;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one step. */
final class StepJson {

  private final boolean content;

  StepJson(boolean content) {
    this.content = content;
  }

  void write(StepReport step, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("step", step.name());
    if (step.alternative() != null) {
      json.writeStringField("alternative", step.alternative());
    }
    if (step.item() >= 0) {
      json.writeNumberField("item", step.item());
    }
    if (step.direct()) {
      json.writeNumberField("direct", step.number());
    }
    json.writeStringField("state", state(step.state()));
    if (step.reason() != null) {
      json.writeStringField("reason", step.reason());
    }
    if (step.failure() != null) {
      JsonReport.failure("failure", step.failure(), true, json);
    }
    json.writeNumberField("queuedNanos", step.queued().toNanos());
    json.writeNumberField("startNanos", step.start().toNanos());
    json.writeNumberField("durationNanos", step.duration().toNanos());
    json.writeBooleanField("critical", step.critical());
    if (step.thread() != null) {
      json.writeStringField("thread", step.thread());
      json.writeNumberField("threadId", step.threadId());
    }
    if (step.model() != null) {
      json.writeStringField("model", step.model());
    }
    CacheReport cache = step.cache();
    if (cache != null) {
      write(cache, json);
    }
    if (!step.attempts().isEmpty()) {
      json.writeArrayFieldStart("attempts");
      for (AttemptReport attempt : step.attempts()) {
        write(attempt, json);
      }
      json.writeEndArray();
    }
    if (!step.toolCalls().isEmpty()) {
      new ToolJson(content).write(step, json);
    }
    json.writeEndObject();
  }

  private void write(CacheReport cache, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("cache");
    json.writeStringField("outcome", lower(cache.outcome()));
    if (!Double.isNaN(cache.similarity())) {
      json.writeNumberField("similarity", cache.similarity());
    }
    Duration age = cache.age();
    if (age != null) {
      json.writeNumberField("ageNanos", age.toNanos());
    }
    json.writeNumberField("startNanos", cache.start().toNanos());
    json.writeNumberField("durationNanos", cache.duration().toNanos());
    json.writeNumberField("inputTokensSaved", cache.inputTokensSaved());
    json.writeNumberField("outputTokensSaved", cache.outputTokensSaved());
    cost("costSaved", cache.costSaved(), json);
    JsonReport.strings("refusedBy", cache.refusedBy(), json);
    JsonReport.strings("notApplicable", cache.notApplicable(), json);
    if (cache.notComparable() != null) {
      json.writeStringField("notComparable", lower(cache.notComparable()));
    }
    if (content && cache.matchedText() != null) {
      json.writeStringField("matchedText", cache.matchedText());
    }
    json.writeEndObject();
  }

  private void write(AttemptReport attempt, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", attempt.number());
    json.writeStringField("reason", lower(attempt.reason()));
    optional("provider", attempt.provider(), json);
    optional("model", attempt.model(), json);
    optional("answeredBy", attempt.answeredBy(), json);
    optional("finishReason", attempt.finishReason(), json);
    json.writeNumberField("waitedNanos", attempt.waited().toNanos());
    json.writeNumberField("startNanos", attempt.start().toNanos());
    json.writeNumberField("durationNanos", attempt.duration().toNanos());
    if (attempt.onWire() != null) {
      json.writeNumberField("onWireNanos", attempt.onWire().toNanos());
    }
    if (attempt.inputTokens() != ModelReply.UNKNOWN) {
      json.writeNumberField("inputTokens", attempt.inputTokens());
    }
    if (attempt.outputTokens() != ModelReply.UNKNOWN) {
      json.writeNumberField("outputTokens", attempt.outputTokens());
    }
    if (attempt.isModelCall()) {
      cost("cost", attempt.cost(), json);
    }
    if (attempt.status() != ModelClientException.NO_STATUS) {
      json.writeNumberField("status", attempt.status());
    }
    if (attempt.failure() != null) {
      JsonReport.failure("failure", attempt.failure(), content, json);
    }
    if (content && attempt.content() != null) {
      write(attempt.content(), json);
    }
    json.writeEndObject();
  }

  private static void write(ModelContent said, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("content");
    json.writeArrayFieldStart("turns");
    for (Turn turn : said.turns()) {
      json.writeStartObject();
      json.writeStringField("role", turn.role());
      json.writeStringField("text", turn.display());
      if (turn instanceof Turn.Model model) {
        ToolJson.calls(model.calls(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    optional("answer", said.answer(), json);
    ToolJson.calls(said.calls(), json);
    json.writeEndObject();
  }

  private static void optional(String name, @Nullable String value, JsonGenerator json)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  static void cost(String name, Cost cost, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeFieldName("known");
    json.writeNumber(cost.known().toPlainString());
    json.writeNumberField("unknownRequests", cost.unknown());
    json.writeEndObject();
  }

  static String state(StepState state) {
    return lower(state);
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
