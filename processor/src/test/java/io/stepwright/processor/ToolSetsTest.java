package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.EveryCompiler;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interfaces with tools that several agents inherit, compiled with them or before them. */
class ToolSetsTest {

  private static final String SET =
      """
      package app;

      import io.stepwright.*;

      public interface OrderTools {
        /**
         * The orders of a customer.
         *
         * @param status only these
         */
        @Tool(readOnly = true)
        default int orders(@From("customer") String customer, Status status) {
          return 1;
        }

        @Tool("find-one")
        default int find(String id) {
          return 1;
        }
      }
      """;

  private static final String STATUS =
      """
      package app;

      /** The state of an order. */
      public enum Status {
        /** Not sent. */
        OPEN,
        SENT
      }
      """;

  private static final String AGENT =
      """
      package app;

      import io.stepwright.*;

      @Agent
      public interface Ag extends OrderTools {
        @EntryPoint String run(String customer);

        @AgentStep @Model("m") @Tools @Prompt("{{customer}}")
        String solve(String customer);
      }
      """;

  private static final Path KEPT =
      Path.of("META-INF", "stepwright", "descriptions", "app.OrderTools.json");

  @EveryCompiler
  void keepTheirCommentsWithoutAnAgent(TestCompiler compiler) throws IOException {
    Compiled set = set(compiler);

    assertThat(set.messages()).isEmpty();
    assertThat(Files.readString(set.classes().resolve(KEPT)))
        .contains(
            "\"orders()\": \"The orders of a customer.\"",
            "\"orders(status)\": \"only these\"",
            "\"orders(customer)\": \"\"",
            "\"find-one()\": \"\"");
  }

  @EveryCompiler
  void areReadWithTheirCommentsInAnotherModule(TestCompiler compiler) {
    Compiled agent =
        Compilation.with(compiler)
            .classPath(set(compiler).classes())
            .source("app/Ag.java", AGENT)
            .compile();

    assertThat(agent.errors()).isEmpty();
    // Status is an enum of another module, whose comments nobody has kept or could miss.
    assertThat(agent.warnings())
        .extracting(Compiled.Message::text)
        .singleElement()
        .satisfies(
            text ->
                assertThat(text)
                    .contains("[ToolUndocumented] Tool 'find-one' has no description.", "'id'"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void areSaidToHaveLostTheirComments(TestCompiler compiler) throws IOException {
    Compiled set = set(compiler);
    Files.delete(set.classes().resolve(KEPT));

    Compiled there =
        Compilation.with(compiler).classPath(set.classes()).source("app/Ag.java", AGENT).compile();
    Compiled here = Compilation.with(compiler).into(set).source("app/Ag.java", AGENT).compile();

    assertThat(there.warnings())
        .extracting(warning -> warning.id() + " " + warning.line())
        .containsExactly("LostDescription 9", "LostDescription 9");
    assertThat(there.warnings())
        .extracting(Compiled.Message::text)
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "The description of tool 'orders' (OrderTools.orders) may be lost",
                        "compiled elsewhere",
                        "Write @Describe on it, or compile it with Stepwright's processor."));
    assertThat(here.warnings())
        .extracting(Compiled.Message::text)
        .anySatisfy(
            text -> assertThat(text).contains("tool 'orders'", "compiled earlier", "Compile the"));
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void areSaidToHaveOldComments(TestCompiler compiler) throws IOException {
    Compiled set = set(compiler);
    Path kept = set.classes().resolve(KEPT);
    Files.writeString(kept, Files.readString(kept).replace("orders()", "invoices()"));

    Compiled agent =
        Compilation.with(compiler).classPath(set.classes()).source("app/Ag.java", AGENT).compile();

    assertThat(agent.warnings())
        .extracting(Compiled.Message::text)
        .anySatisfy(
            text -> assertThat(text).contains("[LostDescription]", "'orders'", "was changed"));
  }

  @EveryCompiler
  void bindTheirParametersInEachAgent(TestCompiler compiler) {
    Compiled agent =
        Compilation.with(compiler)
            .classPath(set(compiler).classes())
            .source(
                "app/Ag.java",
                AGENT.replace("String customer", "String client").replace("customer}}", "client}}"))
            .compile();

    assertThat(agent.errors())
        .extracting(error -> error.id() + " " + error.line())
        .containsExactly("UnboundTool 9");
    assertThat(agent.errors().get(0).text())
        .contains(
            "Step 'solve' lists the tool 'orders', whose parameter 'customer' is bound to"
                + " 'customer', but has no parameter 'customer'. It has: client.");
  }

  @EveryCompiler
  void needTheNamesOfTheirParameters(TestCompiler compiler) throws IOException {
    Compiled set =
        Compilation.with(compiler)
            .option("-g:none")
            .source("app/OrderTools.java", SET)
            .source("app/Status.java", STATUS)
            .compile();
    Files.delete(set.classes().resolve(KEPT));

    Compiled agent =
        Compilation.with(compiler).classPath(set.classes()).source("app/Ag.java", AGENT).compile();

    assertThat(agent.errors())
        .extracting(Compiled.Message::id)
        .containsExactly("ParameterNames", "ParameterNames");
  }

  private static Compiled set(TestCompiler compiler) {
    return Compilation.with(compiler)
        .source("app/OrderTools.java", SET)
        .source("app/Status.java", STATUS)
        .compile();
  }
}
