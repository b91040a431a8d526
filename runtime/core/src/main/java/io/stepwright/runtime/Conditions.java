package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.After;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inputs of the step given next. */
final class Conditions implements After {

  private final RunScope run;
  private final ForkedStep<?>[] required;
  private final ForkedStep<?>[] settled;

  Conditions(RunScope run, ForkedStep<?>[] required, ForkedStep<?>[] settled) {
    this.run = run;
    this.required = required;
    this.settled = settled;
  }

  @Override
  public After after(Forked<?>... more) {
    return new Conditions(run, join(required, ForkedStep.of(more)), settled);
  }

  @Override
  public After settled(Forked<?>... more) {
    return new Conditions(run, required, join(settled, ForkedStep.of(more)));
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
    here(step, RunScope.body(action));
  }

  @Override
  public <T> Forked<T> fork(StepInfo step, StepBody<T> body) {
    return run.fork(step, body, false, required, settled);
  }

  @Override
  public <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body) {
    return run.fork(step, body, true, required, settled);
  }

  @Override
  public Forked<Void> forkAction(StepInfo step, StepAction action) {
    return run.fork(step, RunScope.body(action), false, required, settled);
  }

  /** Waits, then runs the step; null if it is absent. */
  private @Nullable Object here(StepInfo step, StepBody<?> body) {
    run.life().throwIfFailed();
    StepKey key = run.requested(step);
    boolean present;
    try {
      present = run.await(required, settled);
    } catch (AgentException e) {
      run.cancelled(key);
      throw e;
    }
    if (!present) {
      run.skipped(key);
      return null;
    }
    return run.ready(step, key, body);
  }

  private static ForkedStep<?>[] join(ForkedStep<?>[] some, ForkedStep<?>[] more) {
    ForkedStep<?>[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
