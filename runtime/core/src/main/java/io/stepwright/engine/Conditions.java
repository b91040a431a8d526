package io.stepwright.engine;

import io.stepwright.engine.graph.CallerLatch;
import io.stepwright.engine.graph.Decision;
import io.stepwright.engine.graph.Inputs;
import io.stepwright.engine.message.Messages;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of the next step that is given, or, in a choice, of its next alternative. */
final class Conditions extends Starter {

  private final RunScope run;
  private final Inputs inputs;
  private final @Nullable Decision decision;

  /**
   * Makes conditions.
   *
   * @param decision the choice that the step is an alternative of, or null
   */
  Conditions(RunScope run, Inputs inputs, @Nullable Decision decision) {
    this.run = run;
    this.inputs = inputs;
    this.decision = decision;
  }

  @Override
  RunScope run() {
    return run;
  }

  @Override
  Inputs inputs() {
    return inputs;
  }

  @Override
  @Nullable Decision decision() {
    return decision;
  }

  @Override
  public <T> T call(StepInfo step, StepBody<T> body) {
    Object value = here(step, body);
    if (value == null) {
      throw new IllegalStateException(
          "%s is absent, but its value is needed.".formatted(Messages.name(step)));
    }
    return RunScope.typed(value);
  }

  @Override
  public <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body) {
    Object value = here(step, body);
    return value == null ? Optional.empty() : RunScope.typed(value);
  }

  @Override
  public void perform(StepInfo step, StepAction action) {
    here(step, body(action));
  }

  /**
   * Waits for the conditions, then runs the step on the calling thread. Returns null if the step is
   * absent.
   */
  private @Nullable Object here(StepInfo step, StepBody<?> body) {
    if (decision != null) {
      throw new IllegalStateException(
          "%s is an alternative of a choice, which can only be forked."
              .formatted(Messages.name(step)));
    }
    run.life().state().throwIfFailed();
    StepKey key = run.life().key(step);
    CallerLatch latch = new CallerLatch(run.awaiter(), step, key);
    inputs.giveTo(latch, latch);
    run.schedule().add(latch);
    if (!run.awaiter().await(latch)) {
      return null;
    }
    // From here on the step's own execution emits its events.
    latch.begun();
    return run.ready(step, key, body);
  }
}
