package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeMcp;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs agents whose models call the tools of MCP servers. */
class FacadeAgentTest {

  private static final String OPTION =
      "-Astepwright.mcp=" + Path.of("src/test/resources/golden/mcp").toAbsolutePath();

  private static final String GITHUB =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Mcp("github")
      public interface GitHub {
        record Issue(int number, String title) {}
        @Tool(readOnly = true)
        Issue issue_read(String owner, String repo, int number);
        /**
         * The issues that have changed.
         *
         * @param state only these
         */
        @Tool("issue_list")
        List<Issue> changed(
            @From("owner") String owner, String repo, Optional<State> state, Optional<List<String>> labels);
        enum State { open, closed }
        @Tool void repo_star(String owner, String repo);
      }
      """;

  private static final String AGENT =
      """
      package app;
      import io.stepwright.*;
      @Agent
      public abstract class Triage {
        public Triage(String call, GitHub call2) {}
        public Triage(GitHub github) {}
        @EntryPoint("judge") public abstract String triage(String owner, String text);
        @AgentStep @Model("gpt-4o")
        @Tools({"github.issue_read", "github.issue_list", "github.repo_star"})
        @Prompt("{{text}}")
        protected abstract String judge(String owner, String text);
      }
      """;

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void callsTheInterface(TestCompiler compiler) throws Exception {
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/GitHub.java", GITHUB)
            .source("app/Triage.java", AGENT)
            .option(OPTION)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertRuns(compiled.loader(), "\"open\", \"closed\"");
  }

  /** The class files of the interface have neither comments nor the names of parameters. */
  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void callsAnInterfaceOfAnotherModule(TestCompiler compiler) throws Exception {
    Compiled module =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/GitHub.java", GITHUB)
            .option(OPTION)
            .compile();
    assertThat(module.messages()).isEmpty();
    Compiled compiled =
        Compilation.with(compiler).source("app/Triage.java", AGENT).into(module).compile();
    assertThat(compiled.messages()).isEmpty();
    // ecj lists the constants of class files by their names.
    boolean sorted = compiler == TestCompiler.ECJ;
    assertRuns(compiled.loader(), sorted ? "\"closed\", \"open\"" : "\"open\", \"closed\"");
  }

  private static void assertRuns(ClassLoader loader, String constants) throws Exception {
    List<String> calls = new ArrayList<>();
    Class<?> facade = loader.loadClass("app.GitHub");
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          calls.add(method.getName() + List.of(arguments));
          return switch (method.getName()) {
            case "issue_read" ->
                loader
                    .loadClass("app.GitHub$Issue")
                    .getConstructor(int.class, String.class)
                    .newInstance(arguments[2], "T");
            case "changed" -> List.of();
            default -> null;
          };
        };
    Object github = Proxy.newProxyInstance(loader, new Class<?>[] {facade}, handler);
    ScriptedModel model = new ScriptedModel();
    try (AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", model).build()) {
      Class<?> wired = loader.loadClass("app.WiredTriage");
      Object agent = wired.getConstructor(AgentRuntime.class, facade).newInstance(runtime, github);
      Object answer =
          wired.getMethod("triage", String.class, String.class).invoke(agent, "o", "Why?");
      assertThat(answer).isEqualTo("done");
      assertThat(wired.getConstructor(AgentRuntime.class, String.class, facade)).isNotNull();
      assertThat(
              refusal(
                  () ->
                      wired.getConstructor(AgentRuntime.class, facade).newInstance(runtime, null)))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("'github' is null");
    }
    assertThat(calls)
        .containsExactly(
            "issue_read[o, r, 7]",
            "changed[o, r, Optional[closed], Optional.empty]",
            "repo_star[o, r]");
    assertThat(model.results).containsExactly("{\"number\":7,\"title\":\"T\"}", "[]", "\"done\"");
    assertThat(model.tools)
        .extracting(ToolSpec::name)
        .containsExactly("github_issue_read", "github_issue_list", "github_repo_star");
    assertThat(model.tools)
        .extracting(ToolSpec::description)
        .containsExactly(
            "Reads one issue.", "The issues that have changed.", "Stars a repository.");
    assertThat(model.tools.get(0).parameters())
        .contains("\"owner\"", "\"The account that owns the repository\"", "\"number\"");
    assertThat(model.tools.get(1).parameters())
        .contains("\"repo\"", "\"only these\"")
        .contains(constants)
        .doesNotContain("owner", "arg0");
  }

  private interface Creation {
    Object create() throws ReflectiveOperationException;
  }

  private static Optional<Throwable> refused(Creation creation)
      throws ReflectiveOperationException {
    try {
      creation.create();
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(e.getCause());
    }
  }

  private static Throwable refusal(Creation creation) throws ReflectiveOperationException {
    return refused(creation).orElseThrow();
  }

  /** A model that calls each tool in its first turn. */
  private static final class ScriptedModel implements ModelClient {

    private List<ToolSpec> tools = List.of();
    private final List<String> results = new ArrayList<>();

    @Override
    public ModelReply call(ModelRequest request) {
      for (Turn turn : request.turns()) {
        if (turn instanceof Turn.ToolResult result) {
          results.add(result.text());
        }
      }
      boolean first = tools.isEmpty();
      tools = request.tools();
      ModelReply reply =
          new ModelReply(first ? "" : "done", request.model(), ModelReply.Finish.COMPLETE, 1, 1);
      return first
          ? reply.calling(
              List.of(
                  new ToolCall(
                      "1", "github_issue_read", "{\"owner\":\"o\",\"repo\":\"r\",\"number\":7}"),
                  new ToolCall(
                      "2",
                      "github_issue_list",
                      "{\"repo\":\"r\",\"state\":\"closed\",\"labels\":null}"),
                  new ToolCall("3", "github_repo_star", "{\"owner\":\"o\",\"repo\":\"r\"}")))
          : reply;
    }

    @Override
    public void close() {}
  }
}
