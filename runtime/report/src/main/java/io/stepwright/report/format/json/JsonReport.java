package io.stepwright.report.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.stepwright.report.FailureReport;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.format.rows.Stats;
import io.stepwright.spi.NestedRuns;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON; the format is documented in {@code docs/reports.md}. */
public final class JsonReport {

  /** The version of the format; changes when a field is renamed or changes its meaning. */
  public static final int FORMAT_VERSION = 1;

  /** The maximum number of steps that are listed one by one. */
  public static final int MOST_STEPS = 50_000;

  private static final JsonFactory JSON = new JsonFactory();

  private JsonReport() {}

  /**
   * Writes a report.
   *
   * @param content true to include texts that may be personal
   */
  public static void write(RunReport report, boolean content, Writer out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    // The caller closes the writer.
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new Lines()));
    json.writeStartObject();
    json.writeNumberField("formatVersion", FORMAT_VERSION);
    json.writeNumberField("id", report.id());
    json.writeStringField("agent", report.agent());
    json.writeStringField("entryPoint", report.entryPoint());
    json.writeStringField("started", report.started().toString());
    failure("failure", report.failure(), true, json);
    json.writeNumberField("wallNanos", report.wallTime().toNanos());
    json.writeNumberField("criticalPathNanos", report.criticalPathTime().toNanos());
    json.writeNumberField("stepNanos", report.stepTime().toNanos());
    strings("criticalPath", report.criticalPath(), json);
    totals(report, json);
    graph(report, json);
    times(report, json);
    json.writeArrayFieldStart("steps");
    StepJson steps = new StepJson(content);
    for (StepReport step : report.steps().subList(0, Math.min(MOST_STEPS, report.steps().size()))) {
      steps.write(step, json);
    }
    json.writeEndArray();
    json.writeNumberField("stepsLeftOut", Math.max(0, report.steps().size() - MOST_STEPS));
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static void totals(RunReport report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeNumberField("steps", report.steps().size());
    json.writeNumberField("modelCalls", report.modelCalls());
    json.writeNumberField("toolCalls", report.toolCalls());
    json.writeNumberField("cacheHits", report.cacheHits());
    json.writeNumberField("inputTokens", report.inputTokens());
    json.writeNumberField("outputTokens", report.outputTokens());
    json.writeNumberField("inputTokensSaved", report.inputTokensSaved());
    json.writeNumberField("outputTokensSaved", report.outputTokensSaved());
    json.writeStringField("currency", report.currency());
    StepJson.cost("cost", report.cost(), json);
    StepJson.cost("costSaved", report.costSaved(), json);
    nested(report, json);
    json.writeEndObject();
  }

  private static void nested(RunReport report, JsonGenerator json) throws IOException {
    NestedRuns nested = report.nested();
    json.writeObjectFieldStart("nested");
    json.writeNumberField("runs", nested.runs());
    json.writeNumberField("steps", nested.steps());
    json.writeNumberField("modelCalls", nested.modelCalls());
    json.writeNumberField("repeatedCalls", nested.repeatedCalls());
    json.writeNumberField("cacheHits", nested.cacheHits());
    json.writeNumberField("inputTokens", nested.inputTokens());
    json.writeNumberField("outputTokens", nested.outputTokens());
    StepJson.cost("cost", report.nestedCost(), json);
    json.writeEndObject();
  }

  private static void graph(RunReport report, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("graph");
    for (RunReport.Node node : report.graph()) {
      json.writeStartObject();
      json.writeStringField("step", node.step());
      json.writeStringField("model", node.model());
      strings("after", node.after(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes the duration of each step; the items of a fan-out are combined. */
  private static void times(RunReport report, JsonGenerator json) throws IOException {
    Map<String, List<StepReport>> byName = new LinkedHashMap<>();
    for (StepReport step : report.steps()) {
      if (!step.direct()) {
        byName.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step);
      }
    }
    json.writeArrayFieldStart("times");
    for (Map.Entry<String, List<StepReport>> steps : byName.entrySet()) {
      Stats stats = Stats.of(steps.getValue());
      json.writeStartObject();
      json.writeStringField("step", steps.getKey());
      json.writeNumberField("executions", stats.count());
      json.writeObjectFieldStart("states");
      for (var state : stats.states().entrySet()) {
        json.writeNumberField(StepJson.state(state.getKey()), state.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("minNanos", stats.min());
      json.writeNumberField("medianNanos", stats.median());
      json.writeNumberField("maxNanos", stats.max());
      json.writeNumberField("sumNanos", stats.sum());
      json.writeNumberField("startNanos", stats.start());
      json.writeNumberField("endNanos", stats.end());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void strings(String name, List<String> values, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes a failure, with its message only if that is safe or wanted. */
  static void failure(
      String name, @Nullable FailureReport failure, boolean message, JsonGenerator json)
      throws IOException {
    if (failure == null) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("type", failure.type());
    if (message) {
      json.writeStringField("message", failure.message());
    }
    json.writeEndObject();
  }
}
