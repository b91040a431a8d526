package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Agents.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Data that a collector receives by OTLP. */
@Timeout(60)
class OtlpTest {

  @Test
  void aCollectorGetsSpansAndMetrics() throws Exception {
    try (Collector collector = new Collector()) {
      OpenTelemetrySdk sdk =
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(
                          BatchSpanProcessor.builder(
                                  OtlpHttpSpanExporter.builder()
                                      .setEndpoint(collector.url() + "/v1/traces")
                                      .build())
                              .build())
                      .build())
              .setMeterProvider(
                  SdkMeterProvider.builder()
                      .registerMetricReader(
                          PeriodicMetricReader.create(
                              OtlpHttpMetricExporter.builder()
                                  .setEndpoint(collector.url() + "/v1/metrics")
                                  .build()))
                      .build())
              .build();
      try (AgentRuntime runtime =
              AgentRuntime.builder()
                  .modelClient("openai", Script.always("x"))
                  .listener(new OpenTelemetryListener(sdk))
                  .build();
          Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
        run.result(run.call(ASK, step -> step.ask(TEXT, prompt())));
      }
      sdk.close();

      Map<String, Span> spans =
          collector.spans().stream().collect(Collectors.toMap(Span::getName, Function.identity()));
      assertThat(spans).containsOnlyKeys(Agents.RUN, step("ask"), "chat gpt");
      Span call = spans.get("chat gpt");
      assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
      assertThat(call.getParentSpanId()).isEqualTo(spans.get(step("ask")).getSpanId());
      assertThat(call.getTraceId()).isEqualTo(spans.get(Agents.RUN).getTraceId());
      assertThat(call.getAttributesList())
          .extracting(KeyValue::getKey)
          .contains("gen_ai.provider.name", "gen_ai.usage.input_tokens", "server.address");
      assertThat(collector.metrics())
          .extracting(Metric::getName)
          .contains(
              "gen_ai.client.operation.duration",
              "gen_ai.client.token.usage",
              "gen_ai.workflow.duration",
              "stepwright.step.duration");
      List<Metric> tokens =
          collector.metrics().stream()
              .filter(metric -> metric.getName().equals("gen_ai.client.token.usage"))
              .toList();
      assertThat(tokens.get(0).getHistogram().getDataPointsList())
          .extracting(point -> point.getSum())
          .containsExactlyInAnyOrder(7.0, 3.0);
    }
  }
}
