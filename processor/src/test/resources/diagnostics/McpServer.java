package app;

import io.stepwright.*;

class McpServer {
  @Mcp("git hub") // <- McpServer: names the server 'git hub', which is no name for a server
  interface Spaced {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("") // <- McpServer: names the server '', which is no name for a server
  interface Nameless {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("../github") // <- McpServer: Use 1 to 32 ASCII letters, digits, '_' and '-'
  interface Outside {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("gitlab") // <- McpServer: Ask the server for its tools with mvn stepwright:mcp
  interface NotAsked {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("GitHub") // <- McpServer: where it is spelled 'github.json', not 'GitHub.json'
  interface OtherCase {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("broken") // <- McpServer: broken.json:4 cannot be read: A property's name in double quotes is missing.
  interface Broken {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("tampered") // <- McpServer: tampered.json:5 has an entry 'issue_read' that does not match its sha256
  interface Tampered {
    @Tool
    void issue_read(String owner, String repo, int number);
  }

  @Mcp("stranger") // <- McpServer: stranger.json:2 is the file of another server than 'stranger'.
  interface Stranger {
    @Tool
    void issue_read(String owner, String repo, int number);
  }

  @Mcp("github")
  interface First {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("github") // <- McpServer: app.McpServer.Second is an interface of the server 'github', and so is app.McpServer.First.
  interface Second {
    @Tool
    void repo_star(String owner, String repo);
  }

  @Mcp("classes")
  abstract static class AClass { // <- McpServer: is annotated with @Mcp but is no interface
    @Tool
    abstract void repo_star(String owner, String repo);
  }

  @Mcp("records")
  record ARecord() {} // <- McpServer: is annotated with @Mcp but is no interface [ecj none]

  @Mcp("generic")
  interface Generic<T> { // <- McpServer: is generic
    @Tool
    T get_me();
  }

  @Mcp("hidden")
  private interface Hidden { // <- McpServer: is a local or private interface
    @Tool
    String get_me();
  }

  @Mcp("sealed")
  sealed interface Sealed permits Only { // <- McpServer: is sealed
    @Tool
    String get_me();
  }

  static final class Only implements Sealed {
    @Override
    public String get_me() {
      return "";
    }
  }

  @Mcp("none")
  interface None {} // <- McpServer: has no tools
}
