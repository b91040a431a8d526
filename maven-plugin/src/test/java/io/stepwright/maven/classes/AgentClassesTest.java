package io.stepwright.maven.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.Compiled;
import io.stepwright.maven.classes.AgentClasses.Unwired;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassesTest {

  @TempDir private Path folder;

  @Test
  void findsAgentsWithoutTheirClasses() throws IOException {
    Path classes =
        Compiled.in(
            folder,
            "io/stepwright/Agent.java",
            Compiled.AGENT,
            "app/Wired.java",
            "package app; class Here { @io.stepwright.Agent interface Done {} } class"
                + " WiredHere_Done {}",
            "app/Open.java",
            "package app; @io.stepwright.Agent interface Open { @io.stepwright.Agent class Two {}"
                + " }",
            "Root.java",
            "@io.stepwright.Agent(name = \"r\") abstract class Root {}",
            "app/My$Own.java",
            "package app; @io.stepwright.Agent interface My$Own {} class WiredMy$Own {}");

    assertThat(AgentClasses.unwired(classes))
        .containsExactlyInAnyOrder(
            new Unwired("Root", "WiredRoot", true),
            new Unwired("app.Open", "app.WiredOpen", true),
            new Unwired("app.Open$Two", "app.WiredOpen_Two", true));
  }

  @Test
  void findsInterfacesOfServersWithoutTheirClasses() throws IOException {
    Path classes =
        Compiled.in(
            folder,
            "io/stepwright/Mcp.java",
            "package io.stepwright; public @interface Mcp { String value(); }",
            "app/GitHub.java",
            "package app; @io.stepwright.Mcp(\"github\") interface GitHub {} class WiredGitHub {}",
            "app/GitLab.java",
            "package app; @io.stepwright.Mcp(\"gitlab\") interface GitLab {}");

    assertThat(AgentClasses.unwired(classes))
        .containsExactly(new Unwired("app.GitLab", "app.WiredGitLab", true));
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    assertThat(AgentClasses.unwired(folder.resolve("missing"))).isEmpty();
  }
}
