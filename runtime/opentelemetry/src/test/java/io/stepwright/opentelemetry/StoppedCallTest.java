package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.A;
import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.INNER;
import static io.stepwright.opentelemetry.Agents.INNER_ENTRY;
import static io.stepwright.opentelemetry.Agents.RUN;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Recording.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.RunTimeoutException;
import io.stepwright.runtime.StepTimeoutException;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that is stopped by a deadline counts as slow; one that is cancelled does not. */
@Timeout(60)
class StoppedCallTest {

  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    recording.close();
  }

  /** Never answers; only an interrupt ends it. */
  private static final Script SILENT =
      new Script(
          (request, number) -> {
            new CountDownLatch(1).await();
            return Script.reply("never");
          });

  private void assertTimeout() {
    SpanData call = recording.span("chat gpt");
    assertThat(of(call, ConventionNames.ERROR_TYPE)).isEqualTo("timeout");
    assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(of(recording.span(RUN), ConventionNames.ERROR_TYPE)).isEqualTo("timeout");
    assertThat(recording.points(ConventionNames.OPERATION_DURATION))
        .singleElement()
        .asString()
        .contains("error.type=timeout");
  }

  @Test
  void aCallThatTheDeadlineOfItsRunStopsIsATimeout() {
    try (AgentRuntime runtime = recording.runtime(SILENT);
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY.within(Duration.ofMillis(200)))) {
      assertThatThrownBy(() -> run.call(ASK, body -> body.ask(TEXT, prompt())))
          .isInstanceOf(RunTimeoutException.class);
    }
    assertTimeout();
  }

  @Test
  void aCallThatTheLimitOfItsStepStopsIsATimeout() {
    StepInfo limited = ASK.within(Duration.ofMillis(200));
    try (AgentRuntime runtime = recording.runtime(SILENT);
        Run run = runtime.wiring(AGENT, limited).start(ENTRY)) {
      assertThatThrownBy(() -> run.call(limited, body -> body.ask(TEXT, prompt())))
          .isInstanceOf(StepTimeoutException.class);
    }
    assertTimeout();
  }

  @Test
  void aCallThatTheDeadlineOfARunAroundItsOwnStopsIsATimeout() {
    try (AgentRuntime runtime = recording.runtime(SILENT);
        Run run = runtime.wiring(AGENT, A).start(ENTRY.within(Duration.ofMillis(200)))) {
      Wiring inner = runtime.wiring(INNER, ASK);
      assertThatThrownBy(
              () ->
                  run.call(
                      A,
                      body -> {
                        try (Run nested = inner.start(INNER_ENTRY)) {
                          return nested.result(nested.call(ASK, step -> step.ask(TEXT, prompt())));
                        }
                      }))
          .isInstanceOf(RunTimeoutException.class);
    }
    assertTimeout();
  }

  @Test
  void aCallThatACancelStopsIsNoTimeout() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Script script =
        new Script(
            (request, number) -> {
              asked.countDown();
              new CountDownLatch(1).await();
              return Script.reply("never");
            });
    CompletableFuture<String> future;
    try (AgentRuntime runtime = recording.runtime(script)) {
      future =
          runtime
              .wiring(AGENT, ASK)
              .async(ENTRY, run -> run.result(run.call(ASK, body -> body.ask(TEXT, prompt()))));
      Agents.await(asked);
      future.cancel(true);
    }
    assertThat(of(recording.span("chat gpt"), ConventionNames.ERROR_TYPE)).isEqualTo("cancelled");
    assertThat(recording.span("chat gpt").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }
}
