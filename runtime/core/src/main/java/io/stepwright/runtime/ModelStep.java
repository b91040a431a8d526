package io.stepwright.runtime;

import io.stepwright.call.CallRequest;
import io.stepwright.call.DeadlinePassedException;
import io.stepwright.call.ModelCaller;
import io.stepwright.call.Provider;
import io.stepwright.call.UnusableReplyException;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.StepInfo;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Asks a model for a step, and names the step in what goes wrong. */
final class ModelStep {

  // Unique over processes by its beginning, in this one by its number.
  private static final String KEY_START = "stepwright-" + UUID.randomUUID() + "-";
  private static final AtomicLong KEYS = new AtomicLong();

  private ModelStep() {}

  static <T> T ask(StepRun run, ModelCall<T> call, @Nullable Prompt system, Prompt prompt)
      throws InterruptedException {
    StepInfo step = run.info();
    String agent = step.agent().name();
    Engine engine = run.life().engine();
    ModelName model = model(engine, step, call.model());
    Attempts attempts = new Attempts(run);
    Duration limit = step.attemptTimeout();
    CallRequest request =
        new CallRequest(
            model.name(),
            system == null ? null : system.message(),
            prompt.message(),
            schema(call),
            call.temperature(),
            call.maxOutputTokens(),
            limit == null ? engine.configuration().callTimeout() : limit,
            run.deadline(),
            KEY_START + KEYS.incrementAndGet());
    try {
      return ModelCaller.call(
          provider(engine, step, model), request, reply -> ModelAnswer.read(call, reply), attempts);
    } catch (ModelClientException e) {
      throw new ModelCallException(
          agent,
          step.name(),
          "%s got no answer of model %s: %s".formatted(Messages.name(step), model, e.getMessage()),
          e.status(),
          e.retryable(),
          attempts.count,
          e);
    } catch (UnusableReplyException e) {
      throw new ModelOutputException(
          agent,
          step.name(),
          "%s got an answer of model %s that cannot be used: %s"
              .formatted(Messages.name(step), model, e.getMessage()),
          e.text(),
          e.getCause());
    } catch (DeadlinePassedException e) {
      run.deadlinePassed();
      throw new InterruptedException("The time limit has passed.");
    }
  }

  private static ModelRequest.@Nullable Schema schema(ModelCall<?> call) {
    String schema = call.schema();
    String name = call.schemaName();
    return schema == null || name == null ? null : new ModelRequest.Schema(name, schema);
  }

  private static ModelName model(Engine engine, StepInfo step, String name) {
    try {
      return engine.configuration().model(name);
    } catch (ConfigurationException e) {
      throw configuration(step, e);
    }
  }

  private static Provider provider(Engine engine, StepInfo step, ModelName model) {
    try {
      return engine.clients().provider(model.provider());
    } catch (ProviderConfigurationException e) {
      throw configuration(step, e);
    }
  }

  private static AgentConfigurationException configuration(StepInfo step, Exception cause) {
    return new AgentConfigurationException(
        step.agent().name(),
        step.name(),
        "%s cannot ask its model: %s".formatted(Messages.name(step), cause.getMessage()),
        cause);
  }

  /** Counts the attempts of one call and tells the listeners. */
  private static final class Attempts implements io.stepwright.call.AttemptObserver {

    private final StepRun run;
    private int count;

    Attempts(StepRun run) {
      this.run = run;
    }

    @Override
    public void attempted(
        int number,
        String provider,
        String model,
        long startNanos,
        @Nullable ModelReply reply,
        @Nullable Throwable failure) {
      count = number;
      RunEvents events = run.life().events();
      RunEvent.StepKey key = run.key();
      if (events == null || key == null) {
        return;
      }
      events.emit(
          new RunEvent.Attempted(
              events.run(),
              key,
              System.nanoTime(),
              number,
              reply == null ? model : reply.model(),
              provider,
              startNanos,
              reply == null ? ModelReply.UNKNOWN : reply.inputTokens(),
              reply == null ? ModelReply.UNKNOWN : reply.outputTokens(),
              failure));
    }
  }
}
