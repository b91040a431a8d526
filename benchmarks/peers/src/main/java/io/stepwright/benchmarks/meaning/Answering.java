package io.stepwright.benchmarks.meaning;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.Model;
import io.stepwright.Prompt;

/** An agent that answers questions and caches the answers by meaning. */
@Agent
public interface Answering {

  /** The least similarity of questions that share an answer. */
  double SIMILARITY = 0.9;

  @EntryPoint("answer")
  String ask(String question);

  @AgentStep
  @Model("model")
  @Cached(similarity = SIMILARITY)
  @Prompt("{{question}}")
  String answer(String question);
}
