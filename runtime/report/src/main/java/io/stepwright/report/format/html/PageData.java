package io.stepwright.report.format.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.format.rows.Row;
import io.stepwright.report.format.rows.Rows;
import io.stepwright.report.format.rows.ThreadSteps;
import java.io.IOException;
import java.io.Writer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the data of the page's drawing, as JSON that is safe within a page. Times are
 * microseconds.
 */
final class PageData {

  private static final int MOST_THREADS = 64;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().characterEscapes(new PageEscapes()).build();

  private PageData() {}

  static void write(RunReport report, boolean content, Writer out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    // The caller closes the writer.
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    Rows rows = Rows.of(report);
    RowData data = new RowData(report, content);
    json.writeStartObject();
    json.writeNumberField("wall", micros(report.wallTime().toNanos()));
    json.writeArrayFieldStart("rows");
    Map<StepReport, Integer> places = new IdentityHashMap<>();
    int place = 0;
    for (Row row : rows.rows()) {
      if (row instanceof Row.Single single) {
        places.put(single.step(), place);
        data.write(single.step(), single.depth(), json);
      } else if (row instanceof Row.Folded folded) {
        data.write(folded, json);
      } else if (row instanceof Row.Call call) {
        data.write(call.step(), call.call(), call.depth(), json);
      }
      place++;
    }
    json.writeEndArray();
    json.writeNumberField("leftOut", rows.leftOut());
    json.writeNumberField("callsLeftOut", rows.callsLeftOut());
    threads(report, places, json);
    json.writeEndObject();
    json.flush();
  }

  private static void threads(RunReport report, Map<StepReport, Integer> places, JsonGenerator json)
      throws IOException {
    List<ThreadSteps> threads = ThreadSteps.of(report);
    json.writeArrayFieldStart("threads");
    for (ThreadSteps thread : threads.subList(0, Math.min(MOST_THREADS, threads.size()))) {
      json.writeStartObject();
      json.writeStringField("name", RowData.cut(thread.name()));
      json.writeArrayFieldStart("rows");
      BusyIntervals busy = new BusyIntervals(report.wallTime().toNanos());
      for (StepReport step : thread.steps()) {
        Integer row = places.get(step);
        if (row == null) {
          busy.add(step.start().toNanos(), step.end().toNanos());
        } else {
          json.writeNumber(row);
        }
      }
      json.writeEndArray();
      busy.write(json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("threadsLeftOut", Math.max(0, threads.size() - MOST_THREADS));
  }

  static long micros(long nanos) {
    return Math.round(nanos / 1e3);
  }
}
