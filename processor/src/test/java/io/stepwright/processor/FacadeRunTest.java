package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeMcp;
import io.stepwright.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls generated classes of interfaces of MCP servers. */
class FacadeRunTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String OPTION = "-Astepwright.mcp=" + GOLDEN.resolve("mcp").toAbsolutePath();

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void sendsArgumentsAndReadsResults(TestCompiler compiler) throws Exception {
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/GitHub.java", Files.readString(GOLDEN.resolve("GitHub.java")))
            .source(
                "app/Use.java",
                """
                package app;

                import app.GitHub.*;
                import io.stepwright.mcp.McpServers;
                import java.time.*;
                import java.util.*;

                public final class Use {
                  public static List<String> run() {
                    McpServers servers = new McpServers();
                    GitHub github = new WiredGitHub(servers);
                    List<String> results = servers.calls;
                    servers.answer =
                        "{\\"number\\": 7, \\"title\\": \\"T\\", \\"state\\": \\"open\\","
                            + " \\"labels\\": [{\\"name\\": \\"bug\\"}], \\"more\\": 1}";
                    results.add(github.first("o", "r").toString());
                    results.add(
                        github
                            .open(
                                "o",
                                "r",
                                "\\"T\\"",
                                List.of(
                                    new Label("bug", Optional.of("red")),
                                    new Label("new", Optional.empty())),
                                Optional.of(LocalDate.of(2025, 3, 1)),
                                Optional.empty(),
                                true,
                                Optional.of(5),
                                Optional.of("c"))
                            .title());
                    servers.answer = "[" + servers.answer + "]";
                    results.add(
                        "" + github
                            .changed(
                                "o", "r", Optional.empty(), Optional.of(State.closed),
                                Optional.of(List.of("a", "b")))
                            .size());
                    servers.answer = "\\"me\\"";
                    results.add(github.get_me());
                    github.repo_star("o", "r");
                    return results;
                  }
                }
                """)
            .option(OPTION)
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(results(compiled))
        .containsExactly(
            "github.issue_read{\"owner\":\"o\",\"repo\":\"r\",\"number\":1} for WiredGitHub",
            "Issue[number=7, title=T, state=open, labels=[Label[name=bug, color=Optional.empty]],"
                + " body=Optional.empty]",
            "github.issue_write{\"owner\":\"o\",\"repo\":\"r\",\"title\":\"\\\"T\\\"\","
                + "\"labels\":[{\"name\":\"bug\",\"color\":\"red\"},{\"name\":\"new\"}],"
                + "\"due\":\"2025-03-01\",\"draft\":true,\"per-page\":5,\"class\":\"c\"}"
                + " for WiredGitHub",
            "T",
            "github.issue_list{\"owner\":\"o\",\"repo\":\"r\",\"state\":\"closed\","
                + "\"labels\":[\"a\",\"b\"]} for WiredGitHub",
            "1",
            "github.get_me{} for WiredGitHub",
            "me",
            "github.repo_star{\"owner\":\"o\",\"repo\":\"r\"} for WiredGitHub");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void givesWayToAllNamesOfTheInterface(TestCompiler compiler) throws Exception {
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source(
                "app/Base.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.*;
                public interface Base<T> {
                  String AAA = "a constant";
                  @Tool T aaa(String json, String value, Optional<T> github, String servers);
                  @Tool("bbb") T aaa(Optional<String> present, T it, String AAA, String McpTool);
                }
                """)
            .source(
                "app/Outer.java",
                """
                package app;
                import io.stepwright.*;
                import java.util.*;
                final class Outer {
                  @Mcp("any")
                  interface Inner extends Base<Inner.Json> {
                    record Json(String json, McpServer server) {}
                    record McpServer(Optional<String> io) {}
                    record McpTool(int java) {}
                    @Tool McpTool yield(McpTool tool, String... more);
                    @Override String toString();
                  }
                }
                """)
            .source(
                "app/Use.java",
                """
                package app;
                import app.Outer.Inner.*;
                import java.util.*;
                public final class Use {
                  public static List<String> run() {
                    io.stepwright.mcp.McpServers servers = new io.stepwright.mcp.McpServers();
                    Outer.Inner any = new WiredOuter_Inner(servers);
                    servers.answer = "{\\"json\\": \\"j\\", \\"server\\": {}}";
                    Json json = new Json("j", new McpServer(Optional.of("i")));
                    any.aaa("1", "2", Optional.of(json), "3");
                    any.aaa(Optional.of("4"), json, "5", "6");
                    servers.answer = "{\\"java\\": 3}";
                    any.yield(new McpTool(2), "a", "b");
                    return servers.calls;
                  }
                }
                """)
            .option("-Astepwright.mcp=" + any("aaa", "bbb", "yield"))
            .option("-Xlint:all")
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(results(compiled))
        .containsExactly(
            "any.aaa{\"json\":\"1\",\"value\":\"2\",\"github\":{\"json\":\"j\",\"server\":"
                + "{\"io\":\"i\"}},\"servers\":\"3\"} for WiredOuter_Inner",
            "any.bbb{\"present\":\"4\",\"it\":{\"json\":\"j\",\"server\":{\"io\":\"i\"}},"
                + "\"AAA\":\"5\",\"McpTool\":\"6\"} for WiredOuter_Inner",
            "any.yield{\"tool\":{\"java\":2},\"more\":[\"a\",\"b\"]} for WiredOuter_Inner");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void findsTheLockFileAmongTheResourcesWithoutTheOption(TestCompiler compiler) throws IOException {
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/GitHub.java", Files.readString(GOLDEN.resolve("GitHub.java")))
            .resource(
                "META-INF/stepwright/mcp/github.json",
                Files.readString(GOLDEN.resolve("mcp/github.json")))
            .compile();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.source("app/WiredGitHub.java"))
        .isEqualTo(Files.readString(GOLDEN.resolve("WiredGitHub.java")));
    assertThat(compiled.files()).doesNotContain("classes/META-INF/stepwright/mcp/github.json");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void namesTheArtifactThatIsMissing(TestCompiler compiler) throws IOException {
    Compiled compiled =
        Compilation.with(compiler)
            .source("app/GitHub.java", Files.readString(GOLDEN.resolve("GitHub.java")))
            .source("app/Use.java", "package app; class Use { WiredGitHub github; }")
            .option(OPTION)
            .compile();
    assertThat(compiled.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.id()).isEqualTo("McpServer");
              assertThat(error.text()).contains("io.stepwright:stepwright-mcp");
            });
  }

  /** Writes a lock file of tools that take anything, and returns its folder. */
  private static Path any(String... tools) throws IOException {
    StringBuilder entries = new StringBuilder();
    for (String tool : tools) {
      String digested =
          "\"description\":\"\",\"inputSchema\":{\"additionalProperties\":true},\"name\":\"%s\""
              .formatted(tool);
      entries
          .append(entries.isEmpty() ? "{" : ",{")
          .append(digested)
          .append(",\"sha256\":\"%s\"}".formatted(LockFileTest.digest("{" + digested + "}")));
    }
    return LockFileTest.folder("any", "{\"server\":\"any\",\"tools\":[" + entries + "]}");
  }

  @SuppressWarnings("unchecked")
  private static List<String> results(Compiled compiled) throws ReflectiveOperationException {
    ClassLoader loader = FakeMcp.loader(compiled);
    return (List<String>) loader.loadClass("app.Use").getMethod("run").invoke(null);
  }
}
