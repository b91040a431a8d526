package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface BadSimilarity {
  record Answers(String none, String much, String never) {}

  @EntryPoint
  Answers run(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  @Cached(similarity = 0) // <- BadSimilarity: above 0 and at most 1
  String none(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  @Cached(similarity = 1.01) // <- BadSimilarity: is 1.01
  String much(String text);

  @AgentStep
  @Model("m")
  @Prompt("{{text}}")
  @Cached(
      similarity = 0.9,
      ttl = "soon") // <- BadDuration: the ttl of step 'never'
  String never(String text);
}
