package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.NUMBER;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Agents.step;
import static io.stepwright.opentelemetry.Recording.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.spi.ModelReply;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The spans of model calls and look-ups, and what is counted of them. */
@Timeout(60)
class ModelCallTest {

  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    recording.close();
  }

  private <T> T ask(Script script, StepInfo step, ModelStep<T> call) {
    try (AgentRuntime runtime = recording.runtime(script);
        Run run = runtime.wiring(AGENT, step).start(ENTRY)) {
      return run.result(run.call(step, body -> body.ask(call, prompt())));
    }
  }

  @Test
  void aCallSaysWhatWasAskedWhereAndWhatItCost() {
    ask(Script.always("an answer"), ASK, TEXT.temperature(0.5).maxOutputTokens(100));
    SpanData call = recording.span("chat gpt");
    assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(call, Names.OPERATION_NAME)).isEqualTo("chat");
    assertThat(of(call, Names.PROVIDER_NAME)).isEqualTo("openai");
    assertThat(of(call, Names.REQUEST_MODEL)).isEqualTo("gpt");
    assertThat(of(call, Names.REQUEST_TEMPERATURE)).isEqualTo(0.5);
    assertThat(of(call, Names.REQUEST_MAX_TOKENS)).isEqualTo(100);
    assertThat(of(call, Names.OUTPUT_TYPE)).isEqualTo("text");
    assertThat(of(call, Names.RESPONSE_MODEL)).isEqualTo("gpt-real");
    assertThat(of(call, Names.RESPONSE_ID)).isEqualTo("chatcmpl-1");
    assertThat(of(call, Names.RESPONSE_FINISH_REASONS)).containsExactly("stop");
    assertThat(of(call, Names.USAGE_INPUT_TOKENS)).isEqualTo(7);
    assertThat(of(call, Names.USAGE_OUTPUT_TOKENS)).isEqualTo(3);
    assertThat(of(call, Names.SERVER_ADDRESS)).isEqualTo("llm.example.com");
    assertThat(of(call, Names.SERVER_PORT)).isEqualTo(8443);
    assertThat(of(call, Names.ERROR_TYPE)).isNull();
    assertThat(recording.spans().toString()).doesNotContain("the prompt", "an answer");
    assertThat(recording.points(Names.OPERATION_DURATION))
        .singleElement()
        .asString()
        .contains(
            "gen_ai.operation.name=chat",
            "gen_ai.provider.name=openai",
            "gen_ai.request.model=gpt",
            "gen_ai.response.model=gpt-real",
            "server.address=llm.example.com",
            "server.port=8443",
            "= 1");
    assertThat(recording.metric(Names.OPERATION_DURATION).getUnit()).isEqualTo("s");
    assertThat(recording.metric(Names.OPERATION_DURATION).getHistogramData().getPoints())
        .singleElement()
        .extracting(HistogramPointData::getBoundaries)
        .isEqualTo(Names.OPERATION_SECONDS);
    assertThat(recording.metric(Names.WORKFLOW_DURATION).getHistogramData().getPoints())
        .singleElement()
        .extracting(HistogramPointData::getBoundaries)
        .isEqualTo(Names.WORKFLOW_SECONDS);
    assertThat(recording.metric(Names.TOKEN_USAGE).getHistogramData().getPoints())
        .extracting(
            point -> point.getAttributes().get(Names.TOKEN_TYPE), HistogramPointData::getSum)
        .containsExactlyInAnyOrder(tuple("input", 7.0), tuple("output", 3.0));
    assertThat(recording.points(Names.WORKFLOW_DURATION))
        .containsExactly("{gen_ai.workflow.name=Desk.answer} = 1");
    assertThat(recording.points(Names.STEP_DURATION))
        .containsExactly(
            "{stepwright.agent=Desk, stepwright.step.name=ask, stepwright.step.state=finished} = 1");
  }

  @Test
  void aRetryIsAnEventOfTheSpanOfItsCall() {
    Script script =
        new Script(
            (request, number) -> {
              if (number == 1) {
                throw Script.status(503).counted(5, 0);
              }
              return Script.reply("x");
            });
    ask(script, ASK, TEXT);
    SpanData call = recording.span("chat gpt");
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(call, Names.ATTEMPTS)).isEqualTo(2);
    assertThat(of(call, Names.USAGE_INPUT_TOKENS)).as("of both").isEqualTo(12);
    EventData retry = call.getEvents().get(0);
    assertThat(retry.getName()).isEqualTo("stepwright.retry");
    assertThat(retry.getAttributes().get(Names.ATTEMPT)).isEqualTo(2);
    assertThat(retry.getAttributes().get(Names.ATTEMPT_REASON)).isEqualTo("retry");
    assertThat(retry.getAttributes().get(Names.ERROR_TYPE)).isEqualTo("503");
    assertThat(retry.getAttributes().get(Names.HTTP_STATUS)).isEqualTo(503);
    assertThat(retry.getAttributes().get(Names.ATTEMPT_WAIT)).isNotNegative();
    assertThat(recording.points(Names.RETRIES))
        .containsExactly(
            "{error.type=503, stepwright.agent=Desk, stepwright.attempt.reason=retry, stepwright.step.name=ask} = 1");
    assertThat(recording.points(Names.OPERATION_DURATION)).hasSize(1);
  }

  @Test
  void aCallThatFailsIsAnError() {
    Script script =
        new Script(
            (request, number) -> {
              throw Script.status(401);
            });
    assertThatThrownBy(() -> ask(script, ASK, TEXT)).isInstanceOf(ModelCallException.class);
    for (String name : List.of("chat gpt", step("ask"), Agents.RUN)) {
      SpanData span = recording.span(name);
      assertThat(span.getStatus().getStatusCode()).as(name).isEqualTo(StatusCode.ERROR);
      assertThat(of(span, Names.ERROR_TYPE)).as(name).isEqualTo("401");
    }
    assertThat(recording.span("chat gpt").getStatus().getDescription()).isEqualTo("Status 401.");
    assertThat(recording.points(Names.OPERATION_DURATION))
        .singleElement()
        .asString()
        .contains("error.type=401");
    assertThat(recording.points(Names.WORKFLOW_DURATION))
        .containsExactly("{error.type=401, gen_ai.workflow.name=Desk.answer} = 1");
  }

  @Test
  void namesThatAServerMakesUpAreOneAttributeOfMetrics() {
    Script script =
        new Script(
            (request, number) ->
                new ModelReply("x", "made-up-" + number, ModelReply.Finish.COMPLETE, 7, 3));
    try (AgentRuntime runtime = recording.runtime(script)) {
      for (int i = 0; i < 1_500; i++) {
        try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
          run.result(run.call(ASK, body -> body.ask(TEXT, prompt())));
        }
      }
    }
    assertThat(recording.points(Names.OPERATION_DURATION))
        .singleElement()
        .asString()
        .contains("gen_ai.response.model=other", "= 1500");
    assertThat(recording.points(Names.TOKEN_USAGE)).hasSize(2);
    assertThat(recording.spans())
        .as("a span has the name itself")
        .anyMatch(span -> "made-up-1500".equals(of(span, Names.RESPONSE_MODEL)));
  }

  @Test
  void aRepairAndAFallbackAreCallsOfTheirOwn() {
    Script script =
        new Script(
            (request, number) ->
                Script.reply(number == 4 ? "{\"value\":4}" : "{\"value\":\"secret\"}"));
    int value =
        ask(
            script,
            ModelStep.text(AGENT, "ask", "gpt").fallback("other").retry(2),
            NUMBER.fallback("other"));
    assertThat(value).isEqualTo(4);
    assertThat(recording.spans())
        .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
        .extracting(
            SpanData::getName,
            span -> of(span, Names.ATTEMPT_REASON),
            span -> of(span, Names.ERROR_TYPE))
        .containsExactly(
            tuple("chat gpt", "first", "unusable_answer"),
            tuple("chat gpt", "repair", "unusable_answer"),
            tuple("chat other", "fallback", "unusable_answer"),
            tuple("chat other", "repair", null));
    assertThat(recording.spans().toString()).doesNotContain("secret");
    assertThat(recording.points(Names.RETRIES)).hasSize(2);
  }

  @Test
  void aCodeStepThatIsExecutedAgainSaysSo() {
    StepInfo code = StepInfo.code(AGENT, "code").retry(2);
    int[] times = {0};
    try (AgentRuntime runtime = recording.runtime(Script.always("x"));
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      run.result(
          run.call(
              code,
              step -> {
                if (times[0]++ == 0) {
                  throw new IOException("secret");
                }
                return "x";
              }));
    }
    SpanData span = recording.span(step("code"));
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(span.getEvents())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getAttributes().get(Names.ERROR_TYPE))
                    .isEqualTo("java.io.IOException"));
  }

  @Test
  void aHitIsALookupWithoutACall() {
    StepInfo cached = ASK.cached(CacheRule.of("fingerprint"));
    try (AgentRuntime runtime = recording.runtime(Script.always("x"))) {
      for (int i = 0; i < 2; i++) {
        try (Run run = runtime.wiring(AGENT, cached).start(ENTRY)) {
          run.result(
              run.call(
                  cached, step -> step.cached(new CacheKey().exact("q", "1")).ask(TEXT, prompt())));
        }
      }
    }
    assertThat(recording.spans())
        .filteredOn(span -> span.getName().equals("stepwright.cache.lookup"))
        .extracting(span -> of(span, Names.CACHE_OUTCOME))
        .containsExactly("miss", "exact");
    recording.span("chat gpt");
    assertThat(recording.tree())
        .contains(Agents.RUN + " > " + step("ask") + " > stepwright.cache.lookup");
    assertThat(recording.points(Names.CACHE_LOOKUPS))
        .containsExactly(
            "{stepwright.agent=Desk, stepwright.cache.outcome=exact, stepwright.step.name=ask} = 1",
            "{stepwright.agent=Desk, stepwright.cache.outcome=miss, stepwright.step.name=ask} = 1");
    assertThat(recording.points(Names.CACHE_SAVED_TOKENS))
        .containsExactly(
            "{gen_ai.token.type=input, stepwright.agent=Desk, stepwright.step.name=ask} = 7",
            "{gen_ai.token.type=output, stepwright.agent=Desk, stepwright.step.name=ask} = 3");
  }

  @Test
  void anEmbeddingIsASpanInsideOfItsLookup() throws Exception {
    StepInfo cached = ASK.cached(CacheRule.of("fingerprint").similarity(0.9).unguarded());
    try (AgentRuntime runtime =
        recording
            .builder(Script.always("x"))
            .embedder(new ConstantEmbedder())
            .configuration("stepwright.cache.timeout", "20s")
            .build()) {
      var wiring = runtime.wiring(AGENT, cached);
      assertThat(runtime.cache().warmUp(Duration.ofSeconds(30))).isTrue();
      for (String text : List.of("how are you", "how do you do")) {
        try (Run run = wiring.start(ENTRY)) {
          run.result(
              run.call(
                  cached, step -> step.cached(new CacheKey().text("q", text)).ask(TEXT, prompt())));
        }
      }
    }
    SpanData hit =
        recording.span(
            "stepwright.cache.lookup", span -> "semantic".equals(of(span, Names.CACHE_OUTCOME)));
    assertThat(of(hit, Names.CACHE_SIMILARITY)).isEqualTo(1.0);
    assertThat(of(hit, Names.CACHE_AGE)).isNotNegative();
    SpanData embedding =
        recording.span(
            "embeddings constant", span -> span.getParentSpanId().equals(hit.getSpanId()));
    assertThat(of(embedding, Names.OPERATION_NAME)).isEqualTo("embeddings");
    assertThat(of(embedding, Names.EMBEDDINGS_DIMENSIONS)).isEqualTo(2);
    assertThat(of(embedding, Names.USAGE_INPUT_TOKENS)).isEqualTo(4);
    assertThat(embedding.getStartEpochNanos()).isGreaterThanOrEqualTo(hit.getStartEpochNanos());
    assertThat(embedding.getEndEpochNanos()).isLessThanOrEqualTo(hit.getEndEpochNanos());
  }

  @Test
  void whyATextIsNotComparedIsAnAttributeOfItsLookup() throws Exception {
    StepInfo cached = ASK.cached(CacheRule.of("fingerprint").similarity(0.9));
    try (AgentRuntime runtime =
        recording.builder(Script.always("x")).embedder(new ConstantEmbedder()).build()) {
      try (Run run = runtime.wiring(AGENT, cached).start(ENTRY)) {
        CacheKey key = new CacheKey().text("q", "if (a == b) { c(); }");
        run.result(run.call(cached, step -> step.cached(key).ask(TEXT, prompt())));
      }
    }
    SpanData lookup = recording.span("stepwright.cache.lookup");
    assertThat(of(lookup, Names.CACHE_OUTCOME)).isEqualTo("not_comparable");
    assertThat(of(lookup, Names.CACHE_NOT_COMPARABLE)).isEqualTo("code");
  }

  @Test
  void contentIsTakenOnlyByThoseWhoAskForIt() {
    OpenTelemetryListener curious = recording.listener.capturingContent(true);
    Script script =
        new Script(
            (request, number) ->
                new ModelReply(
                    "{\"value\":" + (number == 1 ? "\"x\"" : "4") + "}",
                    "m",
                    ModelReply.Finish.COMPLETE,
                    1,
                    1));
    try (AgentRuntime runtime =
            AgentRuntime.builder().modelClient("openai", script).listener(curious).build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.result(run.call(ASK, step -> step.ask(NUMBER, PromptText.of("be \"brief\""), prompt())));
    }
    SpanData repaired =
        recording.span("chat gpt", span -> "repair".equals(of(span, Names.ATTEMPT_REASON)));
    assertThat(of(repaired, Names.SYSTEM_INSTRUCTIONS))
        .isEqualTo("[{\"type\":\"text\",\"content\":\"be \\\"brief\\\"\"}]");
    assertThat(of(repaired, Names.INPUT_MESSAGES))
        .startsWith(
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"the prompt\"}]},{\"role\":\"assistant\",")
        .contains("{\\\"value\\\":\\\"x\\\"}");
    assertThat(of(repaired, Names.OUTPUT_MESSAGES))
        .isEqualTo(
            "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"{\\\"value\\\":4}\"}],\"finish_reason\":\"stop\"}]");
    assertThat(ContentCapture.isOn("TRUE")).isTrue();
    assertThat(ContentCapture.isOn("span_and_event")).isTrue();
    assertThat(ContentCapture.isOn("event_only")).isFalse();
    assertThat(ContentCapture.isOn("false")).isFalse();
    assertThat(ContentCapture.isOn(null)).isFalse();
  }
}
