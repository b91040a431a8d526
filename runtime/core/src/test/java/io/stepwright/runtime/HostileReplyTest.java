package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.call.Backoff;
import io.stepwright.report.RunReport;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from a server are bounded, even if they come through a custom client. */
@Timeout(60)
class HostileReplyTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "a/one");
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "ask", "a/one");

  private static AgentRuntime.Builder builder(FakeClient client) {
    AgentRuntime.Builder builder = AgentRuntime.builder().modelClient("a", client);
    builder.parts().backoff = new Backoff(() -> 0);
    return builder;
  }

  private static AgentResult<String> ask(
      AgentRuntime runtime, StepInfo info, ModelStep<String> call) {
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info).reported())) {
      return AgentResult.of(run, run.call(info, step -> step.ask(call, PromptText.of("x"))));
    }
  }

  private static AgentResult<String> cached(AgentRuntime runtime, StepInfo info) {
    CacheKey key = new CacheKey().exact("a", "x");
    try (Run run = runtime.wiring(AGENT, info).start(ENTRY.step(info).reported())) {
      return AgentResult.of(
          run, run.call(info, step -> step.cached(key).ask(TEXT, PromptText.of("x"))));
    }
  }

  @Test
  void namesAreCutAndObeyedByNoTerminal() {
    String evil = "m\u001b]0;T\u0007\r\n+ fake\u202e" + "x".repeat(100_000);
    FakeClient client =
        new FakeClient(
            request ->
                new ModelReply("value", evil, ModelReply.Finish.COMPLETE, 1, 1)
                    .named(evil)
                    .stoppedBy(evil));
    List<RunEvent> events = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime = builder(client).listener(Immediately.tell(events::add)).build()) {
      RunReport report = ask(runtime, ASK, TEXT).report();
      String shown = report.toText(200, false) + report + report.steps();
      assertThat(shown.replace(System.lineSeparator(), ""))
          .contains("stopped by m?]0;T???+ fake?xx")
          .matches("\\P{Cntrl}*")
          .doesNotContain("\u202e")
          .hasSizeLessThan(10_000);
      assertThat(report.toText().lines()).hasSize(2);
    }
    assertThat(events)
        .filteredOn(RunEvent.Attempted.class::isInstance)
        .extracting(event -> ((RunEvent.Attempted) event).answered())
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.model()).hasSize(128);
              assertThat(answered.id()).hasSize(128);
              assertThat(answered.finishReason()).hasSize(128);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "-5, -1",
    "0, 0",
    "1000000000, 1000000000",
    "1000000001, -1",
    "9223372036854775807, -1",
    "-9223372036854775808, -1"
  })
  void tokensAreBelievedWithinReason(long said, long believed) {
    FakeClient client =
        new FakeClient(
            request -> {
              if (request.prompt().isEmpty()) {
                return FakeClient.reply("x");
              }
              if (!Repairs.isOne(request) && request.model().equals("one")) {
                throw new ModelClientException("no", 500, false, null, null).counted(said, said);
              }
              return new ModelReply("x", "m", ModelReply.Finish.COMPLETE, said, said);
            });
    try (AgentRuntime runtime = builder(client).build()) {
      RunReport report = ask(runtime, ASK, TEXT.fallback("a/two")).report();
      assertThat(report.steps().get(0).attempts())
          .hasSize(2)
          .allMatch(a -> a.inputTokens() == believed && a.outputTokens() == believed);
      assertThat(report.inputTokens()).isEqualTo(2 * Math.max(0, believed));
    }
  }

  @ParameterizedTest
  @CsvSource({"400, false", "413, false", "422, false", "401, true", "404, true"})
  void anotherModelIsAskedIfTheClientSaysSo(int status, boolean usually) {
    for (boolean said : new boolean[] {false, true}) {
      FakeClient client =
          new FakeClient(
              request -> {
                if (request.model().equals("two")) {
                  return FakeClient.reply("x");
                }
                ModelClientException failure =
                    new ModelClientException("no", status, false, null, null);
                throw said ? failure.passingElsewhere() : failure;
              });
      try (AgentRuntime runtime = builder(client).build()) {
        ModelCallException thrown =
            catchThrowableOfType(
                ModelCallException.class, () -> ask(runtime, ASK, TEXT.fallback("a/two")));
        assertThat(thrown == null).isEqualTo(usually || said);
      }
    }
  }

  @Test
  void whatThisProcessLacksIsCountedAsThatAndSendsNoStorm() {
    FakeClient client =
        new FakeClient(
            request -> {
              throw new ModelClientException("lacking", 0, true, null, null)
                  .passingElsewhere()
                  .as(ModelClientException.Kind.RESOURCES);
            });
    List<Long> waits = new ArrayList<>();
    try (AgentRuntime runtime = builder(client).build()) {
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class, () -> ask(runtime, ASK, TEXT.fallback("a/two")));
      assertThat(client.requests).hasSize(3).allMatch(request -> request.model().equals("one"));
      RunReport report = thrown.report();
      assertThat(report.failure().type()).isEqualTo("resources");
      report.steps().get(0).attempts().forEach(a -> waits.add(a.waited().toMillis()));
      assertThat(waits.get(1)).isGreaterThanOrEqualTo(500);
      assertThat(waits.get(2)).isGreaterThanOrEqualTo(1_000);
    }
  }

  @Test
  void whatTheServerSaysOutlivesTheThreadAndIsOneCleanLine() {
    FakeClient client =
        new FakeClient(
            request -> {
              throw new ModelClientException("no", 400, false, null, null)
                  .saying("a\r\nb\u001b" + "x".repeat(5_000));
            });
    try (AgentRuntime runtime = builder(client).build()) {
      ModelCallException thrown =
          catchThrowableOfType(
              ModelCallException.class,
              () -> {
                try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
                  run.fork(ASK, step -> step.ask(TEXT, PromptText.of("x"))).join();
                }
              });
      assertThat(thrown.serverMessage()).startsWith("a  b?xxx").hasSize(2_048);
      assertThat(thrown).hasMessageNotContaining("xxx");
    }
    assertThat(new ModelClientException("no", 400, false, null, null).saying(" \n").serverMessage())
        .isNull();
  }
}
