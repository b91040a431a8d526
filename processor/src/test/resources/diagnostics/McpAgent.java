package app;

import io.stepwright.*;

class McpAgent {
  @Mcp("github")
  interface Issues {
    @Tool(readOnly = true)
    String issue_read(String owner, String repo, int number);
  }

  @Agent
  abstract static class Forgetful { // <- McpServer: Add the parameter 'Issues issues', or remove the constructor.
    Forgetful(Issues issues) {}

    Forgetful(String other) {}

    @EntryPoint("reply")
    abstract String answer(String question);

    @AgentStep
    @Model("m")
    @Tools("github.issue_read")
    @Prompt("{{question}}")
    abstract String reply(String question);
  }

  @Agent
  abstract static class Twice {
    Twice(
        Issues one,
        Issues other) {} // <- McpServer: A constructor of Twice takes Issues twice.

    @EntryPoint("reply")
    abstract String answer(String question);

    @AgentStep
    @Model("m")
    @Tools("github.issue_read")
    @Prompt("{{question}}")
    abstract String reply(String question);
  }

  @Agent
  abstract static class WithoutTools {
    WithoutTools(Issues issues) {}

    WithoutTools(String other) {}

    @EntryPoint("reply")
    abstract String answer(String question);

    @AgentStep
    @Model("m")
    @Prompt("{{question}}")
    abstract String reply(String question);
  }
}
