package io.stepwright.minilm;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Wiring;

/** An agent with one step that is cached by meaning, as generated code wires it. */
final class Probe {

  private static final AgentInfo AGENT = new AgentInfo("Probe", "io.stepwright.minilm.Probe");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "ask");
  private static final ModelStep<String> ANSWER =
      ModelStep.text(AGENT, "answer", "tiny").cached(CacheRule.of("probe").similarity(0.9));

  private final Wiring wiring;

  /** Begins to load the embedder. */
  Probe(AgentRuntime runtime) {
    wiring = runtime.wiring(AGENT, ANSWER);
  }

  static AgentRuntime.Builder runtime() {
    return AgentRuntime.builder()
        .modelClient("openai", new Echo())
        // A busy machine must not lose a hit.
        .configuration("stepwright.cache.timeout", "60s");
  }

  /** The prompt, as somebody asked it first. */
  String ask(String question) {
    try (Run run = wiring.start(ENTRY)) {
      return run.result(
          run.call(
              ANSWER,
              step ->
                  step.cached(new CacheKey().text("question", question))
                      .ask(ModelStep.text(AGENT, "ask", "tiny"), PromptText.of(question))));
    }
  }

  private static final class Echo implements ModelClient {

    @Override
    public ModelReply call(ModelRequest request) {
      return new ModelReply(request.prompt(), request.model(), ModelReply.Finish.COMPLETE, 1, 1);
    }

    @Override
    public void close() {}
  }
}
