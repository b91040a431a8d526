package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Changes of the lock file of an MCP server alone, in builds with nothing else to compile. */
class LockFilesTest {

  private static final String LOCK = "src/main/stepwright/mcp/github.json";
  private static final String COPY = "target/classes/META-INF/stepwright/mcp/github.json";
  private static final String GENERATED =
      "target/generated-sources/annotations/app/WiredGitHub.java";

  private static final String FACADE =
      """
      package app;

      import io.stepwright.Mcp;
      import io.stepwright.Tool;

      @Mcp("github")
      public interface GitHub {
        @Tool
        String star(String repo);
      }
      """;

  /** The classes of stepwright-mcp, without what they do. */
  private static final String RUNTIME =
      """
      package io.stepwright.mcp;

      import io.stepwright.wiring.JsonDecoder;
      import io.stepwright.wiring.JsonWriter;
      import java.util.function.Consumer;

      public class McpServer {
        public <T> T call(McpTool tool, Consumer<JsonWriter> arguments, JsonDecoder<T> decoder) {
          throw new IllegalStateException();
        }
      }
      """;

  @Test
  void anotherLockFileCompilesTheInterfaceAgain() throws IOException {
    Project project =
        Project.named("locks")
            .file("pom.xml", Poms.jar(Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/GitHub.java", FACADE)
            .file("src/main/java/io/stepwright/mcp/McpServer.java", RUNTIME)
            .file(
                "src/main/java/io/stepwright/mcp/McpServers.java",
                "package io.stepwright.mcp; public class McpServers {"
                    + " public McpServer server(String name, Class<?> type) {"
                    + " return new McpServer(); } }")
            .file(
                "src/main/java/io/stepwright/mcp/McpTool.java",
                "package io.stepwright.mcp; public class McpTool {"
                    + " public static McpTool of(String name, String sha256) {"
                    + " return new McpTool(); } }")
            .file(LOCK, lock("star", "repo"));
    project.build("compile").succeeds();
    String before = project.text(GENERATED);
    assertThat(project.text(COPY)).isEqualTo(lock("star", "repo"));
    project.build("compile").succeeds().says("Nothing to compile");

    String changed = lock("star", "page", "repo");
    project.file(LOCK, changed);
    project.build("compile").succeeds().says("app.GitHub is compiled again").says("github.json");
    assertThat(project.text(GENERATED)).isNotEqualTo(before);
    assertThat(project.text(COPY)).isEqualTo(changed);
    project.build("compile").succeeds().says("Nothing to compile");

    project.file(LOCK, lock("star", "repository"));
    project.build("compile").fails().says("[McpParameter]").says("'repository'");

    project.delete(LOCK);
    project.build("compile").fails().says("[McpServer]").says("mvn stepwright:mcp");
    project.build("compile").fails().says("[McpServer]");

    project.file(LOCK, lock("star", "repo"));
    project.build("compile").succeeds();
    assertThat(project.text(GENERATED)).isEqualTo(before);
  }

  /** Returns a lock file with one tool that may take some texts. */
  private static String lock(String tool, String... arguments) {
    StringBuilder properties = new StringBuilder();
    for (String argument : arguments) {
      properties
          .append(properties.isEmpty() ? "" : ",")
          .append("\"%s\":{\"type\":\"string\"}".formatted(argument));
    }
    String entry =
        "\"description\":\"\",\"inputSchema\":{\"properties\":{%s}},\"name\":\"%s\""
            .formatted(properties, tool);
    return "{\"server\":\"github\",\"tools\":[{%s,\"readOnly\":false,\"sha256\":\"%s\"}]}\n"
        .formatted(entry, sha256("{" + entry + "}"));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
