package io.stepwright.it.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step with a tool and a typed result asks servers of every dialect. */
@Timeout(120)
class ToolDialectTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final ToolInfo CLOCK =
      ToolInfo.of(
          AGENT,
          "clock",
          "The time.",
          """
          {"type":"object","properties":{"zone":{"type":"string","pattern":"^.*$"}},\
          "required":["zone"],"additionalProperties":false}""");
  private static final ModelStep<Integer> HOUR =
      ModelStep.json(
          AGENT,
          "hour",
          "alias:first",
          """
          {"type":"object","properties":{"hour":{"type":"integer","minimum":3}},\
          "required":["hour"],"additionalProperties":false}""",
          json -> json.field("hour").asInt());
  private static final ModelStep<String> TEXT = ModelStep.text(AGENT, "hour", "alias:first");
  private static final PromptText PROMPT = PromptText.of("How late is it?");

  private final AtomicInteger executed = new AtomicInteger();

  static List<Dialect> dialects() {
    return Dialects.all();
  }

  private ToolUse.Done use(ToolUse call) throws Exception {
    String zone = call.argument("zone", json -> json.asString());
    return call.run(
        () -> {
          executed.incrementAndGet();
          return "noon in " + zone;
        },
        JsonWriter::string);
  }

  private <T> T ask(Dialect dialect, DialectServer server, ModelStep<T> question, int turns) {
    String prefix = "stepwright.providers." + dialect.provider + ".";
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .configuration(prefix + "base-url", server.baseUrl())
            .configuration("stepwright.models.first", dialect.provider + "/model-1");
    dialect.settings.forEach((key, value) -> builder.configuration(prefix + key, value));
    StepTools tools = StepTools.of(CLOCK).turns(turns);
    try (AgentRuntime runtime = builder.build();
        Run run = runtime.wiring(AGENT, question).start(EntryPointInfo.of(AGENT, "ask"))) {
      return run.result(
          run.call(question, step -> step.tools(tools, this::use).ask(question, PROMPT)));
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aTypedResultFollowsTheResultsOfTools(Dialect dialect) {
    try (DialectServer server = new DialectServer(dialect)) {
      assertThat(ask(dialect, server, HOUR, 8)).isIn(3, 7);
      assertThat(server.count()).isEqualTo(2);
      assertThat(executed).hasValue(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void theLastTurnAnswers(Dialect dialect) {
    try (DialectServer server = new DialectServer(dialect)) {
      assertThat(ask(dialect, server, HOUR, 1)).isIn(3, 7);
      assertThat(server.count()).isEqualTo(1);
      assertThat(executed).hasValue(0);
    }
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aTextFollowsTheResultsOfTools(Dialect dialect) {
    try (DialectServer server = new DialectServer(dialect)) {
      assertThat(ask(dialect, server, TEXT, 8)).isEqualTo(DialectServer.TEXT);
      assertThat(server.count()).isEqualTo(2);
      assertThat(executed).hasValue(1);
    }
  }
}
