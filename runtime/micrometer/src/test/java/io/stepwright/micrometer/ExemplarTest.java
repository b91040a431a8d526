package io.stepwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Meters are recorded with the caller's span as the current one, on every thread. */
@Timeout(60)
class ExemplarTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "answer");
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final StepInfo SLOW = StepInfo.code(AGENT, "slow");
  private static final List<String> TIMED =
      List.of(
          "gen_ai_workflow_duration",
          "stepwright_step_duration",
          "gen_ai_client_operation_duration");

  /** The current span of a thread, as a tracer keeps it. */
  private static final ThreadLocal<@Nullable String> SPAN = new ThreadLocal<>();

  private static final ContextPropagator CARRIED =
      () -> {
        String captured = SPAN.get();
        return () -> {
          String before = SPAN.get();
          SPAN.set(captured);
          return () -> SPAN.set(before);
        };
      };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(
          PrometheusConfig.DEFAULT,
          new PrometheusRegistry(),
          Clock.SYSTEM,
          new SpanContext() {
            @Override
            public @Nullable String getCurrentTraceId() {
              return SPAN.get() == null ? null : "0af7651916cd43dd8448eb211c80319c";
            }

            @Override
            public @Nullable String getCurrentSpanId() {
              return SPAN.get();
            }

            @Override
            public boolean isCurrentSpanSampled() {
              return true;
            }

            @Override
            public void markCurrentSpanAsExemplar() {}
          });

  @AfterEach
  void close() {
    SPAN.remove();
    registry.close();
  }

  private static ModelClient client() {
    return new ModelClient() {
      @Override
      public ModelReply call(ModelRequest request) throws ModelClientException {
        return new ModelReply("x", "gpt", ModelReply.Finish.COMPLETE, 7, 3);
      }

      @Override
      public String endpoint() {
        return "http://localhost:1234/v1";
      }

      @Override
      public void close() {}
    };
  }

  private AgentRuntime runtime() {
    return AgentRuntime.builder()
        .modelClient("openai", client())
        .contextPropagator(CARRIED)
        .configuration("stepwright.micrometer.buckets", "true")
        .listener(new MicrometerListener(registry))
        .build();
  }

  private static String answer(Run run) {
    Forked<String> asked =
        run.fork(ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p")));
    return run.result(run.call(SLOW, step -> "slow") + asked.join());
  }

  private void assertExemplars(String span) {
    String scraped = registry.scrape("application/openmetrics-text; version=1.0.0");
    for (String meter : TIMED) {
      assertThat(scraped.lines().filter(line -> line.startsWith(meter + "_seconds_bucket")))
          .as(meter)
          .anyMatch(line -> line.contains("span_id=\"" + span + "\""));
    }
  }

  @Test
  void ofARunOnTheThreadOfItsCaller() {
    SPAN.set("00f067aa0ba902b7");
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT, ASK, SLOW).start(ENTRY)) {
      answer(run);
    }
    assertExemplars("00f067aa0ba902b7");
  }

  @Test
  void ofARunOnAThreadOfItsOwn() throws Exception {
    SPAN.set("53995c3f42cd8ad8");
    try (AgentRuntime runtime = runtime()) {
      var future = runtime.wiring(AGENT, ASK, SLOW).async(ENTRY, ExemplarTest::answer);
      SPAN.remove();
      assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("slowx");
    }
    assertExemplars("53995c3f42cd8ad8");
  }

  private List<String> bounds(String meter) {
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith(meter + "_bucket") && !line.contains("+Inf"))
        .map(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1"))
        .distinct()
        .toList();
  }

  @Test
  void bucketsAreThoseOfTheConventions() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT, ASK, SLOW).start(ENTRY)) {
      answer(run);
    }
    assertThat(bounds("gen_ai_client_operation_duration_seconds"))
        .startsWith("0.01", "0.02", "0.04")
        .endsWith("40.96", "81.92")
        .hasSize(14);
    assertThat(bounds("gen_ai_workflow_duration_seconds"))
        .startsWith("1.0", "5.0")
        .endsWith("7200.0")
        .hasSize(11);
    assertThat(bounds("gen_ai_client_token_usage")).startsWith("1.0", "4.0").hasSize(14);
  }

  @Test
  void withoutTheSettingThereAreNoBuckets() {
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .modelClient("openai", client())
            .listener(new MicrometerListener(registry));
    try (AgentRuntime runtime = builder.build();
        Run run = runtime.wiring(AGENT, ASK, SLOW).start(ENTRY)) {
      answer(run);
    }
    assertThat(registry.scrape()).contains("gen_ai_workflow").doesNotContain("_bucket");
  }
}
