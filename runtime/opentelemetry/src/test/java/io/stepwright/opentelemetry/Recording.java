package io.stepwright.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** An SDK that keeps everything in memory. */
final class Recording implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenSpans open = new OpenSpans();
  final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(open)
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();
  final OpenTelemetryListener listener = new OpenTelemetryListener(sdk);

  AgentRuntime.Builder builder(ModelClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .configuration("stepwright.prices.gpt-real", "1 2")
        .listener(listener);
  }

  AgentRuntime runtime(ModelClient client) {
    return builder(client).build();
  }

  /**
   * Returns the spans that have ended, in the order of their ends. Fails if a span is still open.
   */
  List<SpanData> spans() {
    assertThat(open.names()).as("spans that have not ended").isEmpty();
    return exporter.getFinishedSpanItems();
  }

  SpanData span(String name) {
    return span(name, span -> true);
  }

  SpanData span(String name, Predicate<SpanData> which) {
    List<SpanData> found =
        spans().stream().filter(span -> span.getName().equals(name)).filter(which).toList();
    assertThat(found).as(name + " among " + tree()).hasSize(1);
    return found.get(0);
  }

  /** Returns every span as its path from the root, sorted. */
  List<String> tree() {
    List<SpanData> spans = exporter.getFinishedSpanItems();
    Collection<String> paths = new ArrayList<>();
    for (SpanData span : spans) {
      paths.add(path(span, spans));
    }
    return List.copyOf(paths.stream().sorted().toList());
  }

  private static String path(SpanData span, List<SpanData> spans) {
    for (SpanData other : spans) {
      if (other.getSpanId().equals(span.getParentSpanId())) {
        return path(other, spans) + " > " + label(span);
      }
    }
    return label(span);
  }

  private static String label(SpanData span) {
    Long item = span.getAttributes().get(ConventionNames.STEP_ITEM);
    return item == null ? span.getName() : span.getName() + "[" + item + "]";
  }

  static <T> T of(SpanData span, AttributeKey<T> key) {
    return span.getAttributes().get(key);
  }

  /** Returns the points of a metric, each as {@code attributes without prefix = count or sum}. */
  List<String> points(String metric) {
    Collection<String> points = new TreeSet<>();
    for (MetricData data : reader.collectAllMetrics()) {
      if (data.getName().equals(metric)) {
        data.getHistogramData()
            .getPoints()
            .forEach(point -> points.add(text(point.getAttributes()) + " = " + point.getCount()));
        data.getLongSumData()
            .getPoints()
            .forEach(point -> points.add(text(point.getAttributes()) + " = " + point.getValue()));
      }
    }
    return List.copyOf(points);
  }

  private static String text(Attributes attributes) {
    Map<String, Object> sorted = new TreeMap<>();
    attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
    return sorted.toString();
  }

  MetricData metric(String name) {
    return reader.collectAllMetrics().stream()
        .filter(data -> data.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  void reset() {
    exporter.reset();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
