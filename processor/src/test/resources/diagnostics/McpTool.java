package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;

@Mcp("github")
interface McpTool {
  record Node(String name, List<Node> next) {}

  @Tool
  void issue_raed(String owner, String repo, int number); // <- McpTool: Did you mean 'issue_read'?

  @Tool("pull") // <- McpTool: lists 'get_me', 'issue_list', 'issue_read', 'issue_write', 'repo_star', 'search.code'.
  void pulled(String owner);

  String plain(String owner); // <- McpTool: McpTool.plain has no @Tool, so nothing implements it.

  default String helper() {
    return get_me();
  }

  static String other() {
    return "";
  }

  @Tool
  String get_me();

  @Tool("get_me") // <- McpTool: McpTool.again calls the tool 'get_me', and so does McpTool.get_me.
  String again();

  @Tool
  default void repo_star(String owner, String repo) {} // <- McpTool: has @Tool and a body

  @Tool("repo_star") // <- McpTool: and so does McpTool.repo_star
  <T> void generic(String owner, String repo); // <- McpTool: McpTool.generic has type parameters

  @Tool
  @Model("m")
  @Prompt("Search.")
  @Describe("")
  void issue_list(String owner, String repo); // <- McpTool: has @Model or a prompt

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  String step(); // <- McpTool: is a step, a check or an entry point, which only agents have

  @Tool
  CompletableFuture<String> issue_read(String owner, String repo, int number); // <- McpTool: returns what cannot be read from the answer of a server: CompletableFuture<String>

  @Tool
  Node issue_write(String owner, String repo, String title); // <- McpTool: 'Node.next[]' contains itself

  /** Models know it as github_search_code. */
  @Tool("search.code")
  String search(String query, Optional<Integer> page);
}

@Mcp("long-xxxxxxxxxxxxxxxxxxxxxxxxxxx")
interface LongNames {
  @Tool
  void yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy(); // <- McpTool: by a name of 93 characters
}
