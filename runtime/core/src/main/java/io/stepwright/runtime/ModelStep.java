package io.stepwright.runtime;

import io.stepwright.cache.Answer;
import io.stepwright.cache.AnswerCache;
import io.stepwright.call.CallRequest;
import io.stepwright.call.ModelFailure;
import io.stepwright.call.Target;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers a step from memory or by its models, and names the step in what goes wrong. */
final class ModelStep {

  // Unique over processes by its beginning, in this one by its number.
  private static final String KEY_START = "stepwright-" + UUID.randomUUID() + "-";
  private static final AtomicLong KEYS = new AtomicLong();

  private ModelStep() {}

  static <T> T ask(
      StepRun run,
      ModelCall<T> call,
      @Nullable CacheKey key,
      @Nullable Prompt system,
      Prompt prompt)
      throws InterruptedException {
    StepInfo step = run.info();
    Engine engine = run.life().engine();
    List<Target> targets = targets(engine, step, call);
    ModelSource<T> source =
        new ModelSource<>(run, call, targets, request(run, call, system, prompt));
    CacheRule rule = step.cache();
    AnswerCache cache = engine.cache().answers();
    try {
      if (key == null || rule == null || cache == null) {
        return source.ask().value();
      }
      Answer<T> answer =
          cache.answer(engine.cache().question(step, rule, key, targets.get(0)), source);
      if (answer.lookup().outcome().isHit()) {
        source.lookedUp(answer.lookup());
      }
      return answer.value();
    } catch (ModelFailure e) {
      throw ModelFailures.of(step, e);
    }
  }

  private static CallRequest request(
      StepRun run, ModelCall<?> call, @Nullable Prompt system, Prompt prompt) {
    StepInfo step = run.info();
    Duration limit = step.attemptTimeout();
    return new CallRequest(
        system == null ? null : system.message(),
        prompt.message(),
        schema(call),
        call.temperature(),
        call.maxOutputTokens(),
        step.attempts(),
        limit == null ? run.life().engine().configuration().callTimeout() : limit,
        run.deadline(),
        KEY_START + KEYS.incrementAndGet());
  }

  private static ModelRequest.@Nullable Schema schema(ModelCall<?> call) {
    String schema = call.schema();
    String name = call.schemaName();
    return schema == null || name == null ? null : new ModelRequest.Schema(name, schema);
  }

  private static List<Target> targets(Engine engine, StepInfo step, ModelCall<?> call) {
    List<Target> targets = new ArrayList<>(1 + call.fallback().size());
    targets.add(target(engine, step, call.model()));
    for (String model : call.fallback()) {
      targets.add(target(engine, step, model));
    }
    return targets;
  }

  static Target target(Engine engine, StepInfo step, String name) {
    try {
      ModelName model = engine.configuration().model(name);
      return new Target(engine.clients().provider(model.provider()), model.name());
    } catch (ConfigurationException | ProviderConfigurationException e) {
      throw new AgentConfigurationException(
          step.agent().name(),
          step.name(),
          "%s cannot ask its model: %s".formatted(Messages.name(step), e.getMessage()),
          e);
    }
  }
}
