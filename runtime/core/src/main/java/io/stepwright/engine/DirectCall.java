package io.stepwright.engine;

import io.stepwright.engine.message.Messages;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.RunCancelledException;
import io.stepwright.runtime.StepTimeoutException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import org.jspecify.annotations.Nullable;

/**
 * Runs a step that user code called as a method. Exceptions are thrown as the method throws them.
 */
final class DirectCall {

  private DirectCall() {}

  static Object run(
      RunLife life, StepInfo step, @Nullable StepKey key, StepBody<?> body, StepRun.Place place) {
    RunEvents events = life.events();
    if (events != null && key != null) {
      events.requested(key);
      events.ready(key);
    }
    StepRun run = new StepRun(life, step, key, place);
    if (!life.state().enter(run)) {
      if (events != null && key != null) {
        events.cancelled(key, System.nanoTime());
      }
      throw new RunCancelledException(
          life.agent(),
          "%s was not run: the run of %s.%s around it has ended."
              .formatted(Messages.name(step), life.agent(), life.entryPoint()),
          null);
    }
    StepEnd end = run.execute(body);
    Object value = run.value();
    if (value != null && (end == StepEnd.VALUE || end == StepEnd.ABSENT)) {
      return value;
    }
    Throwable thrown = run.thrown();
    AgentException failure = run.failure();
    if (failure != null && (thrown == null || failure instanceof StepTimeoutException)) {
      throw failure;
    }
    if (place == StepRun.Place.CALLER && end == StepEnd.CANCELLED) {
      throw life.thrown();
    }
    if (thrown instanceof InterruptedException && step.model() != null) {
      // A model step's method declares no checked exception that a caller could catch.
      Thread.currentThread().interrupt();
      throw new RunCancelledException(
          life.agent(), "%s was interrupted.".formatted(Messages.name(step)), thrown);
    }
    throw DirectCall.<RuntimeException>asItIs(thrown == null ? new AssertionError(end) : thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asItIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
