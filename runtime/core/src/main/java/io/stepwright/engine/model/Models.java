package io.stepwright.engine.model;

import io.stepwright.answer.Answer;
import io.stepwright.answer.AskedModel;
import io.stepwright.answer.StepAnswers;
import io.stepwright.call.Backoff;
import io.stepwright.call.CallRequest;
import io.stepwright.call.Dialogue;
import io.stepwright.call.ModelClients;
import io.stepwright.call.ModelFailure;
import io.stepwright.call.Provider;
import io.stepwright.call.Target;
import io.stepwright.config.Configuration;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ConfiguredModel;
import io.stepwright.config.ModelName;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.StepId;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers the steps of a runtime, from the cache or by models, and names the step in failures.
 * Thread-safe.
 *
 * @param clients the clients of the providers; closed with this object
 * @param answering the names of answering models, for metrics
 * @param cache the cache of answers; closed with this object
 */
public record Models(
    Configuration configuration,
    ModelClients clients,
    CountedModelNames answering,
    StepCache cache,
    Backoff backoff)
    implements AutoCloseable {

  // Unique across processes by its beginning, and within this one by its number.
  private static final String KEY_START = KeyStart.make();
  private static final AtomicLong KEYS = new AtomicLong();

  /**
   * Checks before the first run that the steps of an agent have all that they need.
   *
   * @throws AgentConfigurationException if a step lacks something; the message lists every problem
   */
  public void check(AgentInfo agent, StepInfo... steps) {
    AgentSetupCheck.check(this, agent, steps);
  }

  /**
   * Answers a step.
   *
   * @param key the values that identify a cached answer; null if the cache must not be used
   * @param messages the messages of the step and the history between them
   * @param dialogue the way to get a value from the models
   */
  public <T> T ask(
      AskingStep asking,
      ModelStep<T> call,
      @Nullable CacheKey key,
      StepMessages messages,
      Dialogue dialogue)
      throws InterruptedException {
    StepInfo step = asking.info();
    List<Target> targets = targets(step, call);
    AttemptEvents events = new AttemptEvents(asking, answering);
    ModelSource<T> source =
        new ModelSource<>(
            asking, call, targets, request(asking, call, messages), backoff, events, dialogue);
    // A step may ask several questions, each of which has the step's rule and its own fingerprint.
    CacheRule rule = call.cache() == null ? step.cache() : call.cache();
    StepAnswers answers = cache.answers();
    try {
      if (key == null || rule == null || answers == null) {
        return source.ask().value();
      }
      Answer<T> answer = answers.answer(step, rule, key, asked(targets.get(0)), source);
      if (answer.lookup().outcome().isHit()) {
        source.lookedUp(answer.lookup());
      }
      return answer.value();
    } catch (ModelFailure e) {
      throw ModelFailures.of(step, e);
    }
  }

  private static AskedModel asked(Target target) {
    Provider provider = target.provider();
    return new AskedModel(
        provider.name(),
        provider.endpoint(),
        provider.account(),
        provider.settings(),
        target.model(),
        Objects.requireNonNullElse(target.body(), ""));
  }

  private CallRequest request(AskingStep asking, ModelStep<?> call, StepMessages messages) {
    StepInfo step = asking.info();
    Duration limit = step.attemptTimeout();
    return new CallRequest(
        new StepId(step.agent().name(), step.name(), step.method(), call.fingerprint()),
        messages.turns(step),
        schema(call),
        call.temperature(),
        call.maxOutputTokens(),
        step.attempts(),
        limit == null ? configuration.callTimeout() : limit,
        asking.deadline(),
        KEY_START + KEYS.incrementAndGet());
  }

  private static ModelRequest.@Nullable Schema schema(ModelStep<?> call) {
    String schema = call.schema();
    String name = call.schemaName();
    return schema == null || name == null ? null : new ModelRequest.Schema(name, schema);
  }

  private List<Target> targets(StepInfo step, ModelStep<?> call) {
    List<Target> targets = new ArrayList<>(1 + call.fallback().size());
    targets.add(target(step, call.model()));
    for (String model : call.fallback()) {
      targets.add(target(step, model));
    }
    return targets;
  }

  /** Finds a model that a step asks by its name. */
  public Target target(StepInfo step, String name) {
    try {
      ConfiguredModel model = configuration.model(name);
      ModelName at = model.name();
      return new Target(clients.provider(at.provider()), at.name(), model.body());
    } catch (ConfigurationException | ProviderConfigurationException e) {
      throw new AgentConfigurationException(
          step.agent().name(),
          step.name(),
          "%s cannot ask its model: %s".formatted(Messages.name(step), e.getMessage()),
          e);
    }
  }

  /** Closes the clients and the cache of this runtime. */
  @Override
  public void close() {
    clients.close();
    cache.close();
  }
}
