package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.A;
import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Agents.step;
import static io.stepwright.opentelemetry.Recording.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.AttemptReason;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.RunKey;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.Run;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Failures of telemetry do not affect runs. */
@Timeout(60)
class RobustnessTest {

  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    recording.close();
    GlobalOpenTelemetry.resetForTest();
  }

  private static String ask(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      return run.result(run.call(ASK, step -> step.ask(TEXT, prompt())));
    }
  }

  @Test
  void everySpanEndsWithItsRun() {
    RunKey run = new RunKey(1, "Desk", "answer");
    StepKey plain = new StepKey("a", 0, false);
    StepKey whole = new StepKey("each", 0, false);
    StepKey item = new StepKey("each", 0, false, 3);
    ModelAsked asked = new ModelAsked("openai", "gpt", null, -1, Double.NaN, 0, false);
    OpenTelemetryListener listener = recording.listener;
    Context before = Context.current();
    listener.onEvent(new RunEvent.Started(run, plain, 0));
    listener.onEvent(new RunEvent.RunStarted(run, 1));
    listener.onEvent(new RunEvent.Requested(run, whole, 2));
    listener.onEvent(new RunEvent.Ready(run, whole, 3));
    listener.onEvent(new RunEvent.Started(run, plain, 4));
    listener.onEvent(new RunEvent.AttemptStarted(run, plain, 5, 1, AttemptReason.FIRST, asked, 0));
    listener.onEvent(new RunEvent.Finished(run, plain, 6, false));
    assertThat(Context.current()).isSameAs(before);
    listener.onEvent(new RunEvent.Finished(run, plain, 6, false));
    listener.onEvent(new RunEvent.Started(run, item, 7));
    listener.onEvent(new RunEvent.AttemptStarted(run, item, 8, 1, AttemptReason.RETRY, asked, 0));
    listener.onEvent(new RunEvent.RunEnded(run, 9, null, null));
    listener.onEvent(new RunEvent.Finished(run, item, 10, false));
    listener.onEvent(new RunEvent.Started(run, plain, 11));
    listener.onEvent(new RunEvent.RunEnded(run, 12, null, null));
    assertThat(recording.spans())
        .extracting(SpanData::getName)
        .containsExactlyInAnyOrder("chat gpt", step("a"), step("each"), step("each"), Agents.RUN);
    assertThat(of(recording.span("chat gpt"), ConventionNames.ERROR_TYPE)).isEqualTo("cancelled");
  }

  @Test
  void anExporterThatBlocksOrThrowsHoldsNobodyBack() throws Exception {
    CountDownLatch exporting = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger exports = new AtomicInteger();
    SpanExporter exporter =
        new SpanExporter() {
          @Override
          public CompletableResultCode export(Collection<SpanData> spans) {
            exports.incrementAndGet();
            exporting.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("broken");
          }

          @Override
          public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
          }

          @Override
          public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
          }
        };
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(
                        BatchSpanProcessor.builder(exporter)
                            .setScheduleDelay(Duration.ofMillis(1))
                            .setMaxQueueSize(64)
                            .setMaxExportBatchSize(8)
                            .build())
                    .build())
            .build();
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .modelClient("openai", Script.always("x"))
            .listener(new OpenTelemetryListener(sdk))
            .build()) {
      for (int i = 0; i < 8; i++) {
        assertThat(ask(runtime)).isEqualTo("x");
      }
      Agents.await(exporting);
      // The exporter blocks now, and more spans end than its queue holds.
      for (int i = 0; i < 100; i++) {
        assertThat(ask(runtime)).isEqualTo("x");
      }
      assertThat(exports).hasValue(1);
    } finally {
      never.countDown();
    }
    sdk.getSdkTracerProvider().shutdown();
  }

  @Test
  void theListenerOfTheClassPathReportsToTheGlobalInstanceFromThenOn() {
    try (AgentRuntime runtime =
        AgentRuntime.builder().modelClient("openai", Script.always("x")).build()) {
      ask(runtime);
      // Throws if the global instance was accessed before.
      GlobalOpenTelemetry.set(recording.sdk);
      assertThat(recording.spans()).isEmpty();
      ask(runtime);
    }
    assertThat(recording.spans()).hasSize(3);
  }

  @Test
  void aListenerThatIsGivenTakesThePlaceOfTheOneOfTheClassPath() {
    GlobalOpenTelemetry.set(recording.sdk);
    try (AgentRuntime runtime = recording.runtime(Script.always("x"));
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      run.result(run.call(A, step -> "a"));
    }
    assertThat(recording.tree()).containsExactly(Agents.RUN, Agents.RUN + " > " + step("a"));
  }
}
