package io.stepwright.engine;

import io.stepwright.engine.graph.Decision;
import io.stepwright.engine.graph.Gate;
import io.stepwright.engine.graph.Inputs;
import io.stepwright.engine.message.Messages;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of the step given next; in a choice, those of an arm. */
final class Conditions extends Starter {

  private final RunScope run;
  private final Inputs inputs;
  private final @Nullable Decision decision;

  /**
   * Conditions.
   *
   * @param decision the choice whose arm the step is, or null
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

  /** Waits, then runs the step; null if it is absent. */
  private @Nullable Object here(StepInfo step, StepBody<?> body) {
    if (decision != null) {
      throw new IllegalStateException(
          "%s is an alternative of a choice, which can only be forked."
              .formatted(Messages.name(step)));
    }
    run.life().state().throwIfFailed();
    StepKey key = run.life().key(step);
    Gate gate = new Gate(run.awaiter(), step, key);
    inputs.giveTo(gate, gate);
    run.schedule().add(gate);
    if (!run.awaiter().await(gate)) {
      return null;
    }
    // From here on the step itself tells the listeners.
    gate.begun();
    return run.ready(step, key, body);
  }
}
