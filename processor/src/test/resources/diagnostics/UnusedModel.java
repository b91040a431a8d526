package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface UnusedModel {
  @EntryPoint("greeting")
  String run(String name);

  @AgentStep
  @Model("m") // <- UnusedModel: no file of its template 'templates/hello.txt' has an open slot
  @Template("templates/hello.txt")
  String greeting(String name);

  @AgentStep
  @Prompt("Fill it.") // <- UnusedModel: has @Prompt, but
  @Template("templates/hello.txt")
  String other(String name);

  @AgentStep
  @Template("templates/open.txt") // <- MissingModel: has an open slot, templates/open.txt:1:17, but no @Model
  String third(String name);

  @AgentStep
  @Template("templates/hello.txt") // <- ModelOnCode: has a body and @Template
  default String fourth(String name) {
    return name;
  }

  @EntryPoint("other")
  String two(String name);

  @EntryPoint("third")
  String three(String name);

  @EntryPoint("fourth")
  String four(String name);
}
