package io.stepwright.report.format.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes trace events, one per line. Times are given in nanoseconds and written in microseconds.
 */
final class TraceWriter {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int PROCESS = 1;
  private static final int TO_MICROS = 3;

  private final JsonGenerator json;

  TraceWriter(Writer out) throws IOException {
    json = JSON.createGenerator(out);
    // The caller closes the writer.
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  void begin() throws IOException {
    json.writeStartObject();
    json.writeStringField("displayTimeUnit", "ms");
    json.writeArrayFieldStart("traceEvents");
  }

  void end(RunReport report, int leftOut) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("otherData");
    json.writeStringField("started", report.started().toString());
    json.writeStringField("criticalPath", String.join(" > ", report.criticalPathTitles()));
    json.writeStringField("stepsLeftOut", Integer.toString(leftOut));
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  void processName(String name) throws IOException {
    metadata("process_name", 0, "name", name);
  }

  void threadName(int tid, String name) throws IOException {
    metadata("thread_name", tid, "name", name);
    start("thread_sort_index", "__metadata", "M", 0, tid);
    json.writeObjectFieldStart("args");
    json.writeNumberField("sort_index", tid);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void metadata(String what, int tid, String key, String value) throws IOException {
    start(what, "__metadata", "M", 0, tid);
    arguments(Map.of(key, value));
    json.writeEndObject();
  }

  /** Writes an event with a duration. */
  void complete(
      String name, String category, long start, long duration, int tid, Map<String, Object> more)
      throws IOException {
    start(name, category, "X", start, tid);
    micros("dur", duration);
    arguments(more);
    json.writeEndObject();
  }

  /** Writes a step that did not run. */
  void instant(StepReport step, int tid) throws IOException {
    start(step.label(), "step", "i", step.start().toNanos(), tid);
    json.writeStringField("s", "t");
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("state", step.state().toText());
    if (step.alternative() != null) {
      arguments.put("alternative", step.alternative());
    }
    if (step.reason() != null) {
      arguments.put("reason", step.reason());
    }
    arguments(arguments);
    json.writeEndObject();
  }

  /** Writes one end of an arrow. */
  void flow(int id, String phase, long nanos, int tid) throws IOException {
    start("waits for", "flow", phase, nanos, tid);
    json.writeNumberField("id", id);
    if (phase.equals("f")) {
      json.writeStringField("bp", "e");
    }
    json.writeEndObject();
  }

  private void start(String name, String category, String phase, long nanos, int tid)
      throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeStringField("cat", category);
    json.writeStringField("ph", phase);
    json.writeNumberField("pid", PROCESS);
    json.writeNumberField("tid", tid);
    micros("ts", nanos);
  }

  private void micros(String field, long nanos) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(BigDecimal.valueOf(nanos, TO_MICROS).toPlainString());
  }

  private void arguments(Map<String, Object> arguments) throws IOException {
    json.writeObjectFieldStart("args");
    for (Map.Entry<String, ?> argument : arguments.entrySet()) {
      json.writeFieldName(argument.getKey());
      if (argument.getValue() instanceof Number number) {
        json.writeNumber(number.toString());
      } else {
        json.writeString(argument.getValue().toString());
      }
    }
    json.writeEndObject();
  }
}
