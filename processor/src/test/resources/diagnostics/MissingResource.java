package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MissingResource {
  record Answers(String step, String other, String odd, String wide, String none, String near, String prefix, String template) {}

  @EntryPoint
  Answers run();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/nowhere.md") // <- MissingResource: class output
  String step();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/HELLO.md") // <- MissingResource: is spelled 'hello.md', not 'HELLO.md'
  String other();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompts/hello\0.md") // <- MissingResource: a control character (U+0000)
  String odd();

  @AgentStep
  @Template("templates/hello?.txt") // <- MissingResource: Windows has no names with '?'
  String wide();

  @AgentStep
  @Template("templates//hello.txt") // <- MissingResource: a name in its path is empty
  String none();

  @AgentStep
  @Model("m")
  @Prompt(file = "prompt/helo.md") // <- MissingResource: Did you mean 'prompts/hello.md'?
  String near();

  @AgentStep
  @Model("m")
  @Prompt(file = "src/main/resources/prompts/hello.md") // <- MissingResource: Did you mean 'prompts/hello.md'? Paths begin at the root of the resources.
  String prefix();

  @AgentStep
  @Template("templates/tag.json") // <- MissingResource: Did you mean 'templates/tags.json'?
  String template();
}
