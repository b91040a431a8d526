package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.A;
import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.B;
import static io.stepwright.opentelemetry.Agents.C;
import static io.stepwright.opentelemetry.Agents.D;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.INNER;
import static io.stepwright.opentelemetry.Agents.INNER_ENTRY;
import static io.stepwright.opentelemetry.Agents.INNER_RUN;
import static io.stepwright.opentelemetry.Agents.RUN;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Agents.step;
import static io.stepwright.opentelemetry.Recording.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The spans of runs: their tree, names, states and status. */
@Timeout(60)
class SpanTreeTest {

  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    recording.close();
  }

  @Test
  void aRunIsATreeInsideOfTheCallersSpan() {
    Span caller = recording.sdk.getTracer("test").spanBuilder("caller").startSpan();
    try (AgentRuntime runtime = recording.runtime(Script.always("x"))) {
      var wiring = runtime.wiring(AGENT, ASK);
      try (Scope scope = caller.makeCurrent();
          Run run = wiring.start(ENTRY)) {
        Forked<String> beside =
            run.fork(
                A,
                step -> {
                  try (Run inner = runtime.wiring(INNER).start(INNER_ENTRY)) {
                    return inner.result(inner.call(D, within -> "d"));
                  }
                });
        run.call(ASK, step -> step.ask(TEXT, prompt()));
        run.call(B, step -> wiring.direct(C, within -> "c"));
        run.result(beside.join());
      }
    }
    caller.end();
    assertThat(recording.tree())
        .containsExactly(
            "caller",
            "caller > " + RUN,
            "caller > " + RUN + " > " + step("a"),
            "caller > " + RUN + " > " + step("a") + " > " + INNER_RUN,
            "caller > " + RUN + " > " + step("a") + " > " + INNER_RUN + " > " + step("d"),
            "caller > " + RUN + " > " + step("ask"),
            "caller > " + RUN + " > " + step("ask") + " > chat gpt",
            "caller > " + RUN + " > " + step("b"),
            "caller > " + RUN + " > " + step("b") + " > " + step("c"));
    SpanData run = recording.span(RUN);
    assertThat(run.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(of(run, ConventionNames.OPERATION_NAME)).isEqualTo("invoke_workflow");
    assertThat(of(run, ConventionNames.WORKFLOW_NAME)).isEqualTo("Desk.answer");
    assertThat(of(run, ConventionNames.RUN_STATE)).isEqualTo("finished");
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(recording.span(step("c")), ConventionNames.STEP_DIRECT)).isTrue();
    assertThat(of(recording.span(step("a")), ConventionNames.STEP_STATE)).isEqualTo("finished");
    for (SpanData span : recording.spans()) {
      assertThat(span.getEndEpochNanos()).isGreaterThanOrEqualTo(span.getStartEpochNanos());
    }
  }

  @Test
  void itemsAreInsideOfTheirFanOut() {
    try (AgentRuntime runtime = recording.runtime(Script.always("x"));
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      Forked<List<String>> first =
          run.each(
              ASK.atOnce(2),
              () -> List.of("x", "y", "z"),
              (step, item) -> step.ask(TEXT, prompt()));
      Forked<List<String>> none = run.each(B.atOnce(2), List::<String>of, (step, item) -> item);
      assertThat(none.join()).isEmpty();
      assertThat(run.result(first.join())).hasSize(3);
    }
    String fanOut = RUN + " > " + step("ask");
    assertThat(recording.tree())
        .containsExactly(
            RUN,
            fanOut,
            fanOut + " > " + step("ask") + "[0]",
            fanOut + " > " + step("ask") + "[0] > chat gpt",
            fanOut + " > " + step("ask") + "[1]",
            fanOut + " > " + step("ask") + "[1] > chat gpt",
            fanOut + " > " + step("ask") + "[2]",
            fanOut + " > " + step("ask") + "[2] > chat gpt",
            RUN + " > " + step("b"));
    SpanData whole =
        recording.span(step("ask"), span -> of(span, ConventionNames.STEP_ITEM) == null);
    assertThat(of(whole, ConventionNames.STEP_STATE)).isEqualTo("finished");
    for (SpanData span : recording.spans()) {
      if (span.getParentSpanId().equals(whole.getSpanId())) {
        assertThat(span.getStartEpochNanos()).isGreaterThanOrEqualTo(whole.getStartEpochNanos());
        assertThat(span.getEndEpochNanos()).isLessThanOrEqualTo(whole.getEndEpochNanos());
      }
    }
  }

  @Test
  void theAlternativeThatRanIsNamed() {
    StepInfo reply = StepInfo.code(AGENT, "reply");
    try (AgentRuntime runtime = recording.runtime(Script.always("x"));
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> chosen =
          run.choose(
              reply, branch -> branch.fork(reply.alternative("refundReply"), step -> "refund"));
      Forked<List<String>> items =
          run.choose(
              B, branch -> branch.each(B.alternative("each"), () -> List.of("i"), (s, i) -> i));
      items.join();
      run.result(chosen.join());
    }
    SpanData span = recording.span(step("reply (refundReply)"));
    assertThat(of(span, ConventionNames.STEP)).isEqualTo("reply");
    assertThat(of(span, ConventionNames.STEP_ALTERNATIVE)).isEqualTo("refundReply");
    assertThat(recording.tree())
        .contains(
            RUN + " > " + step("b (each)"),
            RUN + " > " + step("b (each)") + " > " + step("b (each)") + "[0]");
    assertThat(recording.points("stepwright.step.duration"))
        .anyMatch(
            point ->
                point.contains(
                    "stepwright.step.alternative=refundReply, stepwright.step.name=reply"));
  }

  @Test
  void aFailureIsAnErrorAndWhatItStopsIsNone() {
    CountDownLatch in = new CountDownLatch(2);
    try (AgentRuntime runtime = recording.runtime(Script.always("x"))) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                  Forked<Void> stopped =
                      run.forkAction(
                          A,
                          step -> {
                            in.countDown();
                            new CountDownLatch(1).await();
                          });
                  run.after(stopped).fork(B, step -> "never");
                  run.each(
                      StepInfo.code(AGENT, "items"),
                      () -> List.of(1, 2, 3),
                      (step, item) -> {
                        in.countDown();
                        new CountDownLatch(1).await();
                        return item;
                      });
                  run.skip(StepInfo.code(AGENT, "skipped"), "it is not asked for");
                  run.call(
                      C,
                      step -> {
                        Agents.await(in);
                        throw new IllegalStateException("said by a user");
                      });
                }
              })
          .isInstanceOf(StepFailedException.class);
    }
    SpanData run = recording.span(RUN);
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(of(run, ConventionNames.ERROR_TYPE)).isEqualTo("java.lang.IllegalStateException");
    assertThat(of(run, ConventionNames.RUN_STATE)).isEqualTo("failed");
    SpanData failed = recording.span(step("c"));
    assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(failed.getStatus().getDescription()).contains("Step 'c' of agent Desk failed");
    assertThat(of(failed, ConventionNames.STEP_STATE)).isEqualTo("failed");
    SpanData stopped = recording.span(step("a"));
    assertThat(stopped.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(stopped, ConventionNames.STEP_STATE)).isEqualTo("cancelled");
    assertThat(recording.spans())
        .filteredOn(span -> span.getName().equals(step("items")))
        .hasSize(2)
        .allSatisfy(
            span -> assertThat(of(span, ConventionNames.STEP_STATE)).isEqualTo("cancelled"));
    assertThat(run.getEvents())
        .allSatisfy(event -> assertThat(event.getName()).isEqualTo("stepwright.step.not_run"))
        .extracting(SpanTreeTest::notRun)
        .containsExactlyInAnyOrder("skipped skipped", "b cancelled");
    assertThat(recording.spans().toString()).doesNotContain("said by a user");
  }

  private static String notRun(EventData event) {
    return event.getAttributes().get(ConventionNames.STEP)
        + " "
        + event.getAttributes().get(ConventionNames.STEP_STATE);
  }

  @Test
  void aConditionThatThrowsIsASpanThatFailed() {
    try (AgentRuntime runtime = recording.runtime(Script.always("x"))) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                  Forked<String> a = run.fork(A, step -> "a");
                  run.onlyIf(
                          a,
                          value -> {
                            throw new ArithmeticException();
                          },
                          "it does not hold")
                      .fork(B, step -> "b")
                      .join();
                }
              })
          .isInstanceOf(StepFailedException.class);
    }
    SpanData failed = recording.span(step("b"));
    assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(of(failed, ConventionNames.ERROR_TYPE)).isEqualTo("java.lang.ArithmeticException");
  }

  @Test
  void aCancelledRunIsNoError() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    try (AgentRuntime runtime = recording.runtime(Script.always("x"))) {
      var future =
          runtime
              .wiring(AGENT)
              .async(
                  ENTRY,
                  run ->
                      run.result(
                          run.call(
                              A,
                              step -> {
                                in.countDown();
                                new CountDownLatch(1).await();
                                return "never";
                              })));
      Agents.await(in);
      future.cancel(true);
    }
    SpanData run = recording.span(RUN);
    assertThat(of(run, ConventionNames.RUN_STATE)).isEqualTo("cancelled");
    assertThat(of(run, ConventionNames.ERROR_TYPE)).isEqualTo("cancelled");
    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(recording.span(step("a")), ConventionNames.STEP_STATE)).isEqualTo("cancelled");
  }
}
