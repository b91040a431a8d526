package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ENTRY;
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
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.runtime.ToolRefusal;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spans and metrics of the tools that models call. */
@Timeout(60)
class ToolSpansTest {

  private static final ToolInfo ORDERS =
      ToolInfo.of(AGENT, "orders", "The orders.", "{\"type\":\"object\"}").readOnly();
  private static final ToolInfo PAY =
      ToolInfo.of(AGENT, "pay", "", "{}").withSideEffect().approved();
  private static final ToolInfo FAIL = ToolInfo.of(AGENT, "fail", "", "{}");
  private static final ToolInfo FATAL = ToolInfo.of(AGENT, "fatal", "", "{}").failing();
  private static final StepTools TOOLS = StepTools.of(ORDERS, PAY, FAIL, FATAL);
  private static final PromptText QUESTION = PromptText.of("Pay {{cents}}?");

  private final Recording recording = new Recording();
  private final CountDownLatch bothInside = new CountDownLatch(2);

  @AfterEach
  void close() {
    recording.close();
  }

  private ToolUse.Done use(ToolUse call) throws Exception {
    return switch (call.tool()) {
      case "orders" -> {
        String of = call.argument("of", JsonValue::asString);
        yield call.run(() -> orders(of), JsonWriter::string);
      }
      case "pay" -> {
        String who = call.bound("who", "secret-customer", JsonWriter::string);
        int cents = call.argument("cents", JsonValue::asInt);
        yield call.asking(QUESTION.with("cents", cents)).run(() -> who, JsonWriter::string);
      }
      case "fail", "fatal" ->
          call.perform(
              () -> {
                throw new IllegalStateException("secret message");
              });
      default -> throw call.unknown();
    };
  }

  private String orders(String of) throws InterruptedException {
    recording.sdk.getTracer("db").spanBuilder("SELECT " + of).startSpan().end();
    assertThat(Span.current().getSpanContext().isValid()).isTrue();
    if (of.startsWith("both")) {
      bothInside.countDown();
      Agents.await(bothInside);
    } else if (of.equals("none")) {
      throw new ToolRefusal("secret reason");
    }
    return "secret orders";
  }

  private String ask(boolean content, Approvals approvals, Script script) {
    try (AgentRuntime runtime =
            AgentRuntime.builder()
                .modelClient("openai", script)
                .approvals(approvals)
                .listener(recording.listener.capturingContent(content))
                .build();
        Run run = runtime.wiring(AGENT, TEXT).start(ENTRY)) {
      return run.result(run.call(TEXT, body -> body.tools(TOOLS, this::use).ask(TEXT, prompt())));
    }
  }

  private static Script script(ModelReply... turns) {
    return new Script(
        (request, number) -> number > turns.length ? Script.reply("x") : turns[number - 1]);
  }

  private static ModelReply calls(ToolCall... calls) {
    return Script.reply("").calling(List.of(calls));
  }

  private static ToolCall orders(String id, String of) {
    return new ToolCall(id, "orders", "{\"of\":\"" + of + "\"}");
  }

  private static ToolCall pay(String id) {
    return new ToolCall(id, "pay", "{\"cents\":5}");
  }

  @Test
  void aCallOfAToolIsASpanBelowItsStepAndAboveWhatTheToolDoes() {
    ask(
        false,
        Approvals.refusing(),
        script(calls(orders("a", "open")), calls(orders("b", "open"))));
    String step = RUN + " > " + step("ask");
    assertThat(recording.tree())
        .containsExactly(
            RUN,
            step,
            step + " > chat gpt",
            step + " > chat gpt",
            step + " > chat gpt",
            step + " > execute_tool orders",
            step + " > execute_tool orders",
            step + " > execute_tool orders > SELECT open");
    SpanData first =
        recording.span(
            "execute_tool orders", span -> "a".equals(of(span, ConventionNames.TOOL_CALL_ID)));
    assertThat(first.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(first.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(of(first, ConventionNames.OPERATION_NAME)).isEqualTo("execute_tool");
    assertThat(of(first, ConventionNames.TOOL_NAME)).isEqualTo("orders");
    assertThat(of(first, ConventionNames.TOOL_TYPE)).isEqualTo("function");
    assertThat(of(first, ConventionNames.TOOL_DESCRIPTION)).isEqualTo("The orders.");
    assertThat(of(first, ConventionNames.TOOL_OUTCOME)).isEqualTo("returned");
    assertThat(of(first, ConventionNames.TURN)).isEqualTo(1);
    assertThat(of(first, ConventionNames.TOOL_CALL_ARGUMENTS)).isNull();
    assertThat(of(first, ConventionNames.TOOL_CALL_RESULT)).isNull();
    SpanData second =
        recording.span(
            "execute_tool orders", span -> "b".equals(of(span, ConventionNames.TOOL_CALL_ID)));
    assertThat(of(second, ConventionNames.TOOL_OUTCOME)).isEqualTo("remembered");
    assertThat(of(second, ConventionNames.TURN)).isEqualTo(2);
    assertThat(recording.spans())
        .filteredOn(span -> span.getName().equals("chat gpt"))
        .extracting(span -> of(span, ConventionNames.TURN))
        .containsExactly(1L, 2L, 3L);
    assertThat(recording.spans().toString()).doesNotContain("secret");
  }

  @Test
  void toolsOfOneTurnAreSpansOfTheirOwnThreads() {
    ask(
        false,
        Approvals.refusing(),
        script(
            calls(
                orders("a", "both one"),
                orders("b", "both two"),
                new ToolCall("c", "orders", "{ \"of\":\"both one\" }"),
                new ToolCall("d", "fail", "{}"))));
    String step = RUN + " > " + step("ask");
    assertThat(recording.tree())
        .contains(
            step + " > execute_tool orders > SELECT both one",
            step + " > execute_tool orders > SELECT both two");
    assertThat(recording.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool"))
        .extracting(span -> of(span, ConventionNames.TOOL_OUTCOME))
        .containsExactlyInAnyOrder("returned", "returned", "remembered", "failed");
  }

  @Test
  void errorsHaveATypeAndNoText() {
    ask(
        false,
        Approvals.refusing(),
        script(
            calls(
                new ToolCall("a", "fail", "{}"),
                new ToolCall("b", "nothing", "{}"),
                new ToolCall("c", "orders", "no JSON"),
                orders("d", "none"),
                pay("e"))));
    assertThat(recording.spans())
        .filteredOn(span -> span.getName().startsWith("execute_tool"))
        .extracting(
            span -> of(span, ConventionNames.TOOL_CALL_ID),
            SpanData::getName,
            span -> span.getStatus().getStatusCode(),
            span -> of(span, ConventionNames.ERROR_TYPE),
            span -> of(span, ConventionNames.TOOL_OUTCOME))
        .containsExactlyInAnyOrder(
            tuple("a", "execute_tool fail", "ERROR", "java.lang.IllegalStateException", "failed"),
            tuple("b", "execute_tool (unknown)", "ERROR", "unknown_tool", "invalid"),
            tuple("c", "execute_tool orders", "ERROR", "invalid_arguments", "invalid"),
            tuple("d", "execute_tool orders", "UNSET", null, "refused"),
            tuple("e", "execute_tool pay", "UNSET", null, "refused"));
    assertThat(recording.spans().toString()).doesNotContain("secret");
    assertThat(recording.points(ConventionNames.TOOL_DURATION))
        .hasSize(5)
        .allMatch(point -> point.contains("stepwright.agent=Desk") && point.endsWith("= 1"))
        .anyMatch(point -> point.contains("gen_ai.tool.name=(unknown)"))
        .noneMatch(point -> point.contains("nothing"));
  }

  private static Tuple tuple(String id, String name, String status, String error, String outcome) {
    return new Tuple(id, name, StatusCode.valueOf(status), error, outcome);
  }

  @Test
  void aToolThatFailsItsStepEndsItsSpanFirst() {
    assertThatThrownBy(
            () -> ask(false, Approvals.refusing(), script(calls(new ToolCall("a", "fatal", "{}")))))
        .isInstanceOf(StepFailedException.class);
    SpanData tool = recording.span("execute_tool fatal");
    assertThat(tool.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(of(tool, ConventionNames.TOOL_OUTCOME)).isEqualTo("failed");
    assertThat(recording.span(step("ask")).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void theWaitForAnApprovalIsAnEventAndAMetric() {
    ask(false, Approvals.Decision::approved, script(calls(pay("a"))));
    SpanData tool = recording.span("execute_tool pay");
    EventData approval = tool.getEvents().get(0);
    assertThat(approval.getName()).isEqualTo("stepwright.tool.approval");
    assertThat(approval.getAttributes().get(ConventionNames.APPROVAL_OUTCOME))
        .isEqualTo("approved");
    assertThat(approval.getAttributes().get(ConventionNames.APPROVAL_WAIT)).isNotNegative();
    assertThat(approval.getEpochNanos())
        .isBetween(tool.getStartEpochNanos(), tool.getEndEpochNanos());
    assertThat(recording.points(ConventionNames.APPROVAL_DURATION))
        .singleElement()
        .asString()
        .contains("gen_ai.tool.name=pay", "stepwright.tool.approval.outcome=approved", "= 1");
  }

  @Test
  void argumentsResultsAndDefinitionsAreContent() {
    ask(
        true,
        Approvals.Decision::approved,
        script(calls(pay("a"), new ToolCall("b", "fail", "["))));
    SpanData tool = recording.span("execute_tool pay");
    assertThat(of(tool, ConventionNames.TOOL_CALL_ARGUMENTS))
        .isEqualTo("{\"cents\":5,\"who\":\"secret-customer\"}");
    assertThat(of(tool, ConventionNames.TOOL_CALL_RESULT)).isEqualTo("\"secret-customer\"");
    List<SpanData> chats =
        recording.spans().stream().filter(span -> span.getName().equals("chat gpt")).toList();
    assertThat(of(chats.get(0), ConventionNames.TOOL_DEFINITIONS))
        .startsWith(
            "[{\"type\":\"function\",\"name\":\"orders\",\"description\":\"The orders.\","
                + "\"parameters\":{\"type\":\"object\"}}");
    assertThat(of(chats.get(0), ConventionNames.OUTPUT_MESSAGES))
        .isEqualTo(
            "[{\"role\":\"assistant\",\"parts\":["
                + "{\"type\":\"tool_call\",\"id\":\"a\",\"name\":\"pay\",\"arguments\":{\"cents\":5}},"
                + "{\"type\":\"tool_call\",\"id\":\"b\",\"name\":\"fail\",\"arguments\":\"[\"}],"
                + "\"finish_reason\":\"tool_call\"}]");
    assertThat(of(chats.get(1), ConventionNames.INPUT_MESSAGES))
        .contains(
            "{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"a\","
                + "\"response\":\"secret-customer\"}]}");
  }
}
