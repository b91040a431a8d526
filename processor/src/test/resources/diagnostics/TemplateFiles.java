package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface TemplateFiles {
  enum Intent { BUY, SELL, ASK }

  @EntryPoint("chosen")
  String run(Intent intent, String name);

  @AgentStep
  @Template("templates/partly/{intent}.txt") // <- MissingResource: has no file for SELL, ASK. That of SELL was looked for in:
  String chosen(Intent intent);

  @AgentStep
  @Template("templates/nowhere.txt") // <- MissingResource: There is no file 'templates/nowhere.txt'
  String one(String name);

  @AgentStep
  @Template("templates/hello.txt")
  String two(
      String name,
      Intent intent); // <- UnusedParameter: no file of its template shows

  @EntryPoint("one")
  String other(String name);

  @EntryPoint("two")
  String third(String name, Intent intent);
}
