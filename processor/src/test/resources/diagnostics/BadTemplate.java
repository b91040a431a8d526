package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadTemplate {
  record Letter(String subject, String body) {}

  record Other(String subject) {}

  @EntryPoint("letter")
  Letter run(String name);

  @AgentStep
  @Template("templates/trailing-comma.json") // <- BadTemplate: trailing-comma.json:3:1: this is not JSON. A property's name
  Letter letter(String name);

  @AgentStep
  @Template("templates/twice.json") // <- BadTemplate: twice.json:4:3: 'subject' stands here twice
  Letter twice(String name);

  @AgentStep
  @Template("templates/{name.json") // <- BadTemplate: no path of a template
  Letter path(String name);

  @AgentStep
  @Template("templates/hello.txt") // <- BadTemplate: this is plain text, but the step returns Other
  Other plain(String name);

  @EntryPoint("twice")
  Letter two(String name);

  @EntryPoint("path")
  Letter three(String name);

  @EntryPoint("plain")
  Other four(String name);
}
