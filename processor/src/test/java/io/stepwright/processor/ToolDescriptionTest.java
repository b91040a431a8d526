package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.descriptor.ModelCallBound;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.descriptor.ToolUseDescriptor.Offered;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tools in descriptors, and the bound of model calls of steps that offer them. */
class ToolDescriptionTest {

  private static final String DESK =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Agent public abstract class Desk {
        public record Ticket(String customerId, String text) {}
        public enum Status { OPEN, SHIPPED }
        @EntryPoint("solve") public abstract String resolve(Ticket ticket);

        @AgentStep @Model(value = "large", fallback = "other") @Retry(maxAttempts = 2)
        @Tools(value = {"orders", "refund", "summary", "title"}, turns = 6, tokens = 20_000)
        @Prompt("Solve {{ticket.text}}")
        protected abstract String solve(Ticket ticket);

        /** The customer's orders. @param status only these */
        @Tool(readOnly = true)
        protected List<String> orders(@From("ticket.customerId") String customer, Status status) {
          return List.of();
        }

        /** Pays money back. @param cents the amount */
        @Tool(calls = 1, onError = OnError.FAIL) @SideEffect @Approve("Refund {{cents}} cents?")
        protected String refund(int cents) { return "paid"; }

        /** A summary. @param text the text */
        @Tool @Model("small") @Retry(maxAttempts = 3) @Tools(value = "title", turns = 2)
        @Prompt("Summarise {{text}}")
        protected abstract String summary(String text);

        /** A title. @param text the text */
        @Tool(calls = 5) @Model("tiny") @Retry(maxAttempts = 1) @Prompt("A title of {{text}}")
        protected abstract String title(String text);
      }
      """;

  private static Compiled compile(String name, String source) {
    return Compilation.with(TestCompiler.JAVAC).source("app/" + name + ".java", source).compile();
  }

  private static AgentDescriptor agent(Compiled compiled, String name) {
    return DescriptorReader.read(
        compiled.resource("META-INF/stepwright/app." + name + ".json"), name);
  }

  @Test
  void toolsAreDescribedAndWhatStepsOffer() {
    AgentDescriptor agent = agent(compile("Desk", DESK), "Desk");
    assertThat(agent.tools())
        .extracting(ToolDescriptor::name)
        .containsExactly("orders", "refund", "summary", "title");
    ToolDescriptor orders = agent.tools().get(0);
    assertThat(orders.kind()).isEqualTo(ToolDescriptor.Kind.CODE);
    assertThat(orders.readOnly()).isTrue();
    assertThat(orders.parameters()).containsExactly("customer", "status");
    assertThat(orders.declaredBy()).isEqualTo("app.Desk");
    assertThat(orders.schema())
        .contains("\"status\"", "\"OPEN\", \"SHIPPED\"", "\"required\": [\"status\"]")
        .doesNotContain("customer");
    ToolDescriptor refund = agent.tools().get(1);
    assertThat(refund.sideEffect()).isTrue();
    assertThat(refund.failing()).isTrue();
    assertThat(refund.calls()).isEqualTo(1);
    assertThat(refund.approval()).isEqualTo("Refund {{cents}} cents?");
    ToolDescriptor summary = agent.tools().get(2);
    assertThat(summary.kind()).isEqualTo(ToolDescriptor.Kind.MODEL);
    assertThat(summary.asked()).isNotNull();
    assertThat(summary.asked().model()).isEqualTo("small");
    assertThat(summary.asked().offeredTools()).containsExactly(new Offered("title", Map.of()));
    StepDescriptor solve = agent.steps().get(0);
    assertThat(solve.tools()).isNotNull();
    assertThat(solve.tools().turns()).isEqualTo(6);
    assertThat(solve.tools().tokens()).isEqualTo(20_000);
    assertThat(solve.tools().offered())
        .containsExactly(
            new Offered("orders", Map.of("customer", "ticket.customerId")),
            new Offered("refund", Map.of()),
            new Offered("summary", Map.of()),
            new Offered("title", Map.of()));
  }

  @Test
  void theBoundCountsTurnsFallbacksAndToolsOfModels() {
    Compiled compiled = compile("Desk", DESK);
    AgentDescriptor agent = agent(compiled, "Desk");
    int title = 1;
    int summary = 3 * 2 + 5 * title;
    int solve = 2 * (6 + 1) + 8 * summary + 5 * title;
    ToolDescriptor tool = agent.tools().get(2);
    assertThat(tool.asked()).isNotNull();
    assertThat(tool.asked().mostModelCalls()).isEqualTo(summary);
    assertThat(agent.steps().get(0).mostModelCalls()).isEqualTo(solve);
    assertThat(agent.entryPoints().get(0).mostModelCalls().text())
        .isEqualTo("at most " + solve + " model calls");
    assertThat(compiled.source("app/WiredDesk.java"))
        .contains("model calls: " + solve + " at most")
        .contains("beside those that code makes: orders, refund")
        .contains("tools: orders, refund (side effect, approved, 1 call), summary (small),\n")
        .contains("title (tiny, 5 calls); 6 turns, 20,000 tokens\n");
  }

  /** Twelve tools of which each calls the next one eight times: 8 to the power of 12. */
  @Test
  void theBoundDoesNotOverflow() {
    StringBuilder source = new StringBuilder("package app;\nimport io.stepwright.*;\n");
    source.append("@Agent public abstract class Deep {\n");
    source.append("  @EntryPoint(\"step\") public abstract String run(String in);\n");
    source.append("  @AgentStep @Model(\"m\") @Tools(\"t0\") @Prompt(\"{{in}}\")\n");
    source.append("  protected abstract String step(String in);\n");
    for (int i = 0; i < 12; i++) {
      source.append("  /** A tool. @param in the input */\n  @Tool @Model(\"m\")");
      source.append(i < 11 ? " @Tools(\"t" + (i + 1) + "\")" : "");
      source.append(" @Prompt(\"{{in}}\") protected abstract String t").append(i);
      source.append("(String in);\n");
    }
    Compiled compiled = compile("Deep", source + "}\n");
    AgentDescriptor agent = agent(compiled, "Deep");
    assertThat(agent.steps().get(0).mostModelCalls()).isEqualTo(ModelCallBound.NO_BOUND);
    assertThat(agent.entryPoints().get(0).mostModelCalls().text())
        .isEqualTo("more model calls than can be counted");
    assertThat(compiled.source("app/WiredDeep.java"))
        .contains("model calls: more than can be counted");
  }

  @Test
  void anAgentWithoutToolsHasNoMemberForThem() {
    Compiled compiled =
        compile(
            "Plain",
            """
            package app;
            import io.stepwright.*;
            @Agent public abstract class Plain {
              @EntryPoint("step") public abstract String run(String in);
              @AgentStep @Model("m") @Prompt("{{in}}") protected abstract String step(String in);
            }
            """);
    assertThat(compiled.resource("META-INF/stepwright/app.Plain.json")).doesNotContain("tools");
    assertThat(agent(compiled, "Plain").tools()).isEqualTo(List.of());
  }
}
