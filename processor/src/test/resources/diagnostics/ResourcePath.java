package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface ResourcePath {
  enum Kind { A, B }

  @EntryPoint("up")
  String run(Kind kind);

  @AgentStep
  @Model("m")
  @Prompt(file = "../diagnostics-files/prompts/hello.md") // <- ResourcePath: has '..' in its path
  String up();

  @AgentStep
  @Model("m")
  @Prompt(file = "/etc/hostname") // <- ResourcePath: is named by an absolute path
  String absolute();

  @AgentStep
  @Model("m")
  @Prompt(file = "C:/prompts/hello.md") // <- ResourcePath: is named by an absolute path
  String drive();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts\\hello.md") // <- ResourcePath: Write '/' between folders
  String backslash();

  @AgentStep
  @Template("templates/{kind}/../hello.txt") // <- ResourcePath: The file 'templates/A/../hello.txt'
  String template(Kind kind);

  @EntryPoint("absolute")
  String second(Kind kind);

  @EntryPoint("drive")
  String third(Kind kind);

  @EntryPoint("backslash")
  String fourth(Kind kind);

  @EntryPoint("template")
  String fifth(Kind kind);
}
