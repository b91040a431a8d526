package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static io.stepwright.runtime.ToolDesk.calls;
import static io.stepwright.runtime.ToolDesk.results;
import static io.stepwright.runtime.ToolDesk.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.StepState;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tools that another model answers, as steps of their own within the step that offers them. */
@Timeout(60)
class ModelToolTest {

  private static final ToolInfo SUMMARY = ToolInfo.of(AGENT, "summary", "Sums a text up.", "{}");
  private static final ModelStep<String> ASKED = ModelStep.text(AGENT, "summary", "small");
  private static final PromptText PROMPT = PromptText.of("Sum up: {{text}}");

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private volatile Wiring wiring;
  private final AtomicInteger inside = new AtomicInteger();
  private StepTools tools = StepTools.of(SUMMARY, ToolDesk.CLOCK);
  private ModelStep<String> asked = ASKED;
  private ToolDesk.Clock clock = () -> "noon";

  /** The step of the tool, as a generated class asks its model. */
  private Answering answering = (inner, text) -> inner.ask(asked, PROMPT.with("text", text));

  private interface Answering {
    String answer(Step inner, String text) throws Exception;
  }

  /** The method of the tool, as a generated class overrides it. */
  private String summary(String text) {
    return wiring.direct(asked, inner -> answering.answer(inner, text));
  }

  private Wiring wired(AgentRuntime runtime, ModelStep<?> outer) {
    wiring = runtime.wiring(AGENT, outer, asked);
    return wiring;
  }

  private ToolUse.Done use(ToolUse call) throws Exception {
    return switch (call.tool()) {
      case "summary" -> {
        String text = call.argument("text", JsonValue::asString);
        yield call.run(() -> summary(text), JsonWriter::string);
      }
      case "clock" -> call.run(() -> clock.time(), JsonWriter::string);
      default -> throw call.unknown();
    };
  }

  private String solve(Step step) throws InterruptedException {
    return step.tools(tools, this::use).ask(SOLVE, ToolDesk.PROMPT);
  }

  private AgentRuntime.Builder runtime(FakeClient client) {
    return AgentRuntime.builder()
        .modelClient("openai", client)
        .listener(Immediately.tell(events::add));
  }

  private RunReport report(FakeClient client) {
    return report(client, SOLVE, ENTRY);
  }

  private RunReport report(FakeClient client, ModelStep<String> outer, EntryPointInfo entry) {
    ProtocolListener protocol = new ProtocolListener();
    try (AgentRuntime runtime = runtime(client).listener(protocol).build();
        Run run = wired(runtime, outer).start(entry.reported())) {
      return AgentResult.of(run, run.call(outer, this::solve)).report();
    } finally {
      assertThat(protocol.violations()).isEmpty();
    }
  }

  private static ToolCall summary(String id, String text) {
    return new ToolCall(id, "summary", "{\"text\":\"" + text + "\"}");
  }

  /** Answers the requests to the models of the step and of the tool, each in turn. */
  private static FakeClient models(List<?> outer, List<?> inner) {
    List<Object> outerLeft = new ArrayList<>(outer);
    List<Object> innerLeft = new ArrayList<>(inner);
    return new FakeClient(
        request -> {
          List<Object> left = request.model().equals("gpt") ? outerLeft : innerLeft;
          Object next;
          synchronized (left) {
            if (left.isEmpty()) {
              throw new AssertionError("one request too many to " + request.model());
            }
            next = left.remove(0);
          }
          return next instanceof ModelReply reply
              ? reply
              : next instanceof FakeClient.Answer answer
                  ? answer.to(request)
                  : FakeClient.reply((String) next);
        });
  }

  private static FakeClient.Answer failing(int status, boolean transientFailure) {
    return request -> {
      throw new ModelClientException(
          "Status " + status + ".", status, transientFailure, null, null);
    };
  }

  private static List<ModelRequest> to(FakeClient client, String model) {
    return client.requests.stream().filter(request -> request.model().equals(model)).toList();
  }

  private List<ToolEnd> ends() {
    return events.stream()
        .filter(RunEvent.ToolEnded.class::isInstance)
        .map(event -> ((RunEvent.ToolEnded) event).end())
        .toList();
  }

  // ---------------------------------------------------------------- a step of its own

  @Test
  void theModelOfTheToolIsAskedWithItsOwnPromptAndItsAnswerIsAResult() {
    FakeClient client = models(List.of(calls(summary("a", "long")), "x"), List.of("short"));
    RunReport report = report(client);
    ModelRequest question = to(client, "small").get(0);
    assertThat(question.prompt()).isEqualTo("Sum up: long");
    assertThat(question.tools()).as("the tools of the step around it").isEmpty();
    assertThat(question.turns()).hasSize(1);
    assertThat(question.step().step()).isEqualTo("summary");
    assertThat(results(to(client, "gpt").get(1)))
        .containsExactly(new Turn.ToolResult("a", "\"short\"", false));

    assertThat(report.steps())
        .extracting(StepReport::label)
        .containsExactly("solve", "summary (direct 1)");
    StepReport row = report.steps().get(1);
    assertThat(row.state()).isEqualTo(StepState.FINISHED);
    assertThat(row.attempts()).hasSize(1);
    assertThat(row.inputTokens()).isEqualTo(7);
    assertThat(report.steps().get(0).inputTokens()).isEqualTo(14);
    assertThat(report.inputTokens()).as("each request is counted once").isEqualTo(21);
    assertThat(report.modelCalls()).isEqualTo(3);
  }

  @Test
  void itsOwnRetriesAndFallbackModelsAreAsked() {
    asked = ASKED.retry(2).fallback("smaller");
    FakeClient client =
        models(
            List.of(calls(summary("a", "t")), "x"),
            List.of(failing(503, true), failing(503, true), "short"));
    RunReport report = report(client);
    assertThat(to(client, "small")).hasSize(2);
    assertThat(to(client, "smaller")).hasSize(1);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"short\"");
    assertThat(report.steps().get(1).attempts()).hasSize(3);
    assertThat(report.steps().get(0).attempts()).hasSize(2);
  }

  @Test
  void itsOwnChecksAskAgain() {
    asked =
        ASKED.check("brief", text -> text.length() < 3 ? Optional.empty() : Optional.of("long"));
    FakeClient client = models(List.of(calls(summary("a", "t")), "x"), List.of("very long", "ok"));
    report(client);
    assertThat(to(client, "small").get(1).prompt()).contains("long");
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"ok\"");
  }

  @Test
  void itsFailureIsToldByItsSimpleNameAndIsInTheReportWithItsNames() {
    FakeClient client =
        models(List.of(calls(summary("a", "t")), "x"), List.of(failing(400, false)));
    RunReport report = report(client);
    assertThat(results(to(client, "gpt").get(1)))
        .containsExactly(new Turn.ToolResult("a", "failed: ModelCallException", true));
    assertThat(report.steps().get(1).state()).isEqualTo(StepState.FAILED);
    assertThat(report.steps().get(0).state()).isEqualTo(StepState.FINISHED);
    assertThat(report.failure()).as("the run goes on").isNull();
    RunEvent.ToolEnded ended =
        (RunEvent.ToolEnded)
            events.stream().filter(RunEvent.ToolEnded.class::isInstance).findFirst().orElseThrow();
    assertThat(ended.end()).isEqualTo(ToolEnd.FAILED);
    AgentException failure = (AgentException) ended.failure();
    assertThat(failure.agent()).isEqualTo("Onboarding");
    assertThat(failure.step()).isEqualTo("summary");
  }

  @Test
  void itsFailureFailsTheStepIfTheToolSaysSo() {
    tools = StepTools.of(SUMMARY.failing());
    FakeClient client = models(List.of(calls(summary("a", "t"))), List.of(failing(400, false)));
    StepFailedException thrown =
        catchThrowableOfType(StepFailedException.class, () -> report(client));
    assertThat(thrown.step()).isEqualTo("solve");
    assertThat(thrown)
        .hasMessageContaining("'summary'")
        .hasMessageContaining("'solve'")
        .hasCauseInstanceOf(ModelCallException.class);
    assertThat(((AgentException) thrown.getCause()).step()).isEqualTo("summary");
  }

  @Test
  void anErrorIsNeverToldToAModel() {
    FakeClient client = models(List.of(calls(summary("a", "t"))), List.of());
    answering =
        (inner, text) -> {
          throw new StackOverflowError("canary");
        };
    Throwable thrown = catchThrowable(() -> report(client));
    assertThat(thrown).hasRootCauseInstanceOf(StackOverflowError.class);
    assertThat(to(client, "gpt")).hasSize(1);
  }

  // ---------------------------------------------------------------- time

  /** Blocks until it is interrupted. */
  private FakeClient.Answer hanging(CountDownLatch in) {
    return request -> {
      inside.incrementAndGet();
      in.countDown();
      try {
        new CountDownLatch(1).await();
        return FakeClient.reply("never");
      } finally {
        inside.decrementAndGet();
      }
    };
  }

  @Test
  void itsOwnTimeLimitEndsItAloneAndIsToldToTheModel() {
    asked = ASKED.within(Duration.ofMillis(200));
    FakeClient client =
        models(
            List.of(calls(summary("a", "t")), calls(summary("b", "t")), "x"),
            List.of(hanging(new CountDownLatch(1)), "short"));
    RunReport report = report(client);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("failed: StepTimeoutException");
    assertThat(texts(to(client, "gpt").get(2))).containsExactly("\"short\"");
    assertThat(report.steps())
        .extracting(StepReport::state)
        .containsExactly(StepState.FINISHED, StepState.FAILED, StepState.FINISHED);
    assertThat(inside).hasValue(0);
    assertThat(Thread.interrupted()).as("no interrupt leaks").isFalse();
  }

  @Test
  void theTimeLimitOfTheStepAroundEndsItOnEachThread() {
    CountDownLatch in = new CountDownLatch(2);
    FakeClient client =
        models(
            List.of(calls(summary("a", "t"), summary("b", "u"))),
            List.of(hanging(in), hanging(in)));
    ModelStep<String> limited = SOLVE.within(Duration.ofMillis(400));
    StepTimeoutException thrown =
        catchThrowableOfType(StepTimeoutException.class, () -> report(client, limited, ENTRY));
    assertThat(thrown.step()).isEqualTo("solve");
    assertThat(inside).hasValue(0);
    assertThat(to(client, "gpt")).hasSize(1);
  }

  @Test
  void theTimeOfTheRunAndOfTheStepAroundItBoundItsRequest() {
    EntryPointInfo run = EntryPointInfo.of(AGENT, "e").within(Duration.ofSeconds(50));
    assertThat(limit(SOLVE, run)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(50));
    assertThat(limit(SOLVE.within(Duration.ofSeconds(40)), run))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofSeconds(40));
    asked = ASKED.within(Duration.ofSeconds(30));
    assertThat(limit(SOLVE, run)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
  }

  /** Returns the time limit of the request to the model of the tool. */
  private Duration limit(ModelStep<String> outer, EntryPointInfo run) {
    FakeClient client = models(List.of(calls(summary("a", "t")), "x"), List.of("short"));
    report(client, outer, run);
    return to(client, "small").get(0).options().timeout();
  }

  @Test
  void theDeadlineOfTheRunEndsIt() {
    FakeClient client =
        models(List.of(calls(summary("a", "t"))), List.of(hanging(new CountDownLatch(1))));
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(400));
    assertThatThrownBy(() -> report(client, SOLVE, brief)).isInstanceOf(RunTimeoutException.class);
    assertThat(inside).hasValue(0);
    assertThat(ends()).containsExactly(ToolEnd.CANCELLED);
  }

  @Test
  void aCancelReachesItsRequestOnEachThread() throws Exception {
    CountDownLatch in = new CountDownLatch(2);
    FakeClient client =
        models(
            List.of(calls(summary("a", "t"), summary("b", "u"))),
            List.of(hanging(in), hanging(in)));
    try (AgentRuntime runtime = runtime(client).build()) {
      CompletableFuture<String> future =
          wired(runtime, SOLVE).async(ENTRY, run -> run.result(run.call(SOLVE, this::solve)));
      Await.latch(in);
      future.cancel(true);
      Await.until("drained", () -> runtime.engine().openRuns().count() == 0);
      assertThat(inside).hasValue(0);
    }
    assertThat(ends()).containsExactly(ToolEnd.CANCELLED, ToolEnd.CANCELLED);
    assertThat(client.requests).hasSize(3);
  }

  // ---------------------------------------------------------------- threads, calls, depth

  @Test
  void twoCallsAreAnsweredAtTheSameTime() {
    CyclicBarrier together = new CyclicBarrier(2);
    FakeClient.Answer meeting =
        request -> {
          try {
            Await.barrier(together);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return FakeClient.reply(request.prompt());
        };
    FakeClient client =
        models(
            List.of(calls(summary("a", "t"), summary("b", "u")), "x"), List.of(meeting, meeting));
    RunReport report = report(client);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"Sum up: t\"", "\"Sum up: u\"");
    assertThat(report.steps())
        .extracting(StepReport::label)
        .containsExactlyInAnyOrder("solve", "summary (direct 1)", "summary (direct 2)");
    assertThat(report.modelCalls()).isEqualTo(4);
  }

  @Test
  void equalCallsOfAReadOnlyToolAreAnsweredOnce() {
    tools = StepTools.of(SUMMARY.readOnly());
    FakeClient client =
        models(
            List.of(calls(summary("a", "t"), summary("b", "t")), calls(summary("c", "t")), "x"),
            List.of("short"));
    report(client);
    assertThat(to(client, "small")).hasSize(1);
    assertThat(texts(to(client, "gpt").get(2))).containsExactly("\"short\"");
    assertThat(ends()).containsExactly(ToolEnd.RETURNED, ToolEnd.REMEMBERED, ToolEnd.REMEMBERED);
  }

  @Test
  void aStepThatIsCalledAsAMethodAsksItsToolsToo() {
    FakeClient client = models(List.of(calls(summary("a", "t")), "x"), List.of("short"));
    try (AgentRuntime runtime = runtime(client).build()) {
      assertThat(wired(runtime, SOLVE).direct(SOLVE, this::solve)).isEqualTo("x");
    }
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"short\"");
  }

  @Test
  void aToolOfAToolHasTheMemoryOfTheRunAndABudgetOfItsOwn() {
    AtomicInteger times = new AtomicInteger();
    clock =
        () -> {
          times.incrementAndGet();
          return "noon";
        };
    ToolInfo clockTool = ToolDesk.CLOCK.readOnly();
    tools = StepTools.of(SUMMARY, clockTool).turns(2);
    StepTools own = StepTools.of(clockTool).turns(3);
    answering = (inner, text) -> inner.tools(own, this::use).ask(asked, PROMPT.with("text", text));
    FakeClient client =
        models(
            List.of(calls(summary("a", "t"), ToolDesk.clock("b")), "x"),
            List.of(
                calls(ToolDesk.clock("a"), ToolDesk.clock("b")),
                calls(ToolDesk.clock("a")),
                "short"));
    report(client);
    assertThat(to(client, "gpt"))
        .extracting(request -> request.options().toolChoice())
        .containsExactly(ToolChoice.AUTO, ToolChoice.NONE);
    assertThat(to(client, "small"))
        .extracting(request -> request.options().toolChoice())
        .containsExactly(ToolChoice.AUTO, ToolChoice.AUTO, ToolChoice.NONE);
    assertThat(to(client, "small").get(0).tools()).isEqualTo(own.specs());
    // The two models may ask at the same time; later equal calls are remembered.
    assertThat(times.get()).isBetween(1, 2);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"short\"", "\"noon\"");
  }

  @Test
  void anUsedUpBudgetOfTheToolIsAFailureOfTheTool() {
    StepTools own = StepTools.of(ToolDesk.CLOCK).turns(1);
    asked = ASKED.fallback("smaller");
    answering = (inner, text) -> inner.tools(own, this::use).ask(asked, PROMPT.with("text", text));
    FakeClient client =
        models(List.of(calls(summary("a", "t")), "x"), List.of(calls(ToolDesk.clock("a"))));
    report(client);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("failed: ToolBudgetException");
    assertThat(to(client, "smaller")).as("no fallback is asked").isEmpty();
  }

  // ---------------------------------------------------------------- code tools that run an agent

  /** Lets the code tool run another agent, whose entry point has no limit of its own. */
  private void nesting(AgentRuntime runtime) {
    AgentInfo other = new AgentInfo("Other", "app.Other");
    ModelStep<String> look = ModelStep.text(other, "look", "small");
    clock =
        () -> {
          try (Run nested = runtime.wiring(other, look).start(EntryPointInfo.of(other, "find"))) {
            return nested.result(
                nested.call(look, step -> step.ask(look, PromptText.of("Where?"))));
          }
        };
  }

  private RunReport nested(FakeClient client, ModelStep<String> outer, EntryPointInfo entry) {
    try (AgentRuntime runtime = runtime(client).build()) {
      nesting(runtime);
      try (Run run = wired(runtime, outer).start(entry.reported())) {
        return AgentResult.of(run, run.call(outer, this::solve)).report();
      } finally {
        assertThat(runtime.engine().openRuns().count()).isZero();
      }
    }
  }

  @Test
  void aNestedRunHasTheDeadlineOfTheRunAndItsUsageIsPartOfTheReport() {
    List<Duration> limits = new CopyOnWriteArrayList<>();
    FakeClient.Answer answer =
        request -> {
          limits.add(request.options().timeout());
          return FakeClient.reply("there");
        };
    FakeClient client =
        models(
            List.of(calls(ToolDesk.clock("a"), ToolDesk.clock("b")), "x"), List.of(answer, answer));
    EntryPointInfo limited = EntryPointInfo.of(AGENT, "e").within(Duration.ofSeconds(50));
    RunReport report = nested(client, SOLVE, limited);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("\"there\"", "\"there\"");
    assertThat(limits).hasSize(2).allMatch(limit -> limit.compareTo(Duration.ofSeconds(50)) <= 0);
    assertThat(report.nested().runs()).isEqualTo(2);
    assertThat(report.nested().modelCalls()).isEqualTo(2);
    assertThat(report.nested().inputTokens()).isEqualTo(14);
  }

  @Test
  void theDeadlineOfTheRunEndsANestedRunOnEachThread() {
    CountDownLatch in = new CountDownLatch(2);
    FakeClient client =
        models(
            List.of(calls(ToolDesk.clock("a"), ToolDesk.clock("b"))),
            List.of(hanging(in), hanging(in)));
    EntryPointInfo brief = EntryPointInfo.of(AGENT, "e").within(Duration.ofMillis(400));
    assertThatThrownBy(() -> nested(client, SOLVE, brief)).isInstanceOf(RunTimeoutException.class);
    assertThat(inside).hasValue(0);
    assertThat(to(client, "gpt")).hasSize(1);
  }

  @Test
  void theTimeLimitOfTheStepEndsANestedRunOnEachThread() {
    CountDownLatch in = new CountDownLatch(2);
    FakeClient client =
        models(
            List.of(calls(ToolDesk.clock("a"), ToolDesk.clock("b"))),
            List.of(hanging(in), hanging(in)));
    ModelStep<String> limited = SOLVE.within(Duration.ofMillis(400));
    assertThatThrownBy(() -> nested(client, limited, ENTRY))
        .isInstanceOf(StepTimeoutException.class);
    assertThat(inside).hasValue(0);
  }

  @Test
  void aFailureOfANestedRunIsToldByItsSimpleName() {
    FakeClient client =
        models(List.of(calls(ToolDesk.clock("a")), "x"), List.of(failing(400, false)));
    nested(client, SOLVE, ENTRY);
    assertThat(texts(to(client, "gpt").get(1))).containsExactly("failed: ModelCallException");
  }
}
