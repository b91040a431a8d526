package io.stepwright.engine;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.RunBody;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A runtime as generated classes use it. Thread-safe. */
public final class AgentWiring implements Wiring {

  private final Engine engine;

  public AgentWiring(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Run start(EntryPointInfo entryPoint) {
    return RunScope.start(engine, entryPoint);
  }

  @Override
  public <R extends @Nullable Object> CompletableFuture<R> async(
      EntryPointInfo entryPoint, RunBody<R> body) {
    return AsyncRun.start(engine, entryPoint, body);
  }

  @Override
  public <T> T direct(StepInfo step, StepBody<T> body) {
    return RunScope.typed(run(step, body));
  }

  @Override
  public void directAction(StepInfo step, StepAction action) {
    run(step, RunScope.body(action));
  }

  private Object run(StepInfo step, StepBody<?> body) {
    StepRun current = StepRun.insideOf(engine);
    if (current != null) {
      RunLife life = current.life();
      return DirectCall.run(life, step, life.directKey(step), body, StepRun.Place.DIRECT);
    }
    try (RunScope own = RunScope.start(engine, EntryPointInfo.of(step.agent(), step.name()))) {
      RunLife life = own.life();
      StepKey key =
          life.events() == null
              ? null
              : new StepKey(step.name(), 0, true).chosen(step.alternative());
      return own.result(DirectCall.run(life, step, key, body, StepRun.Place.CALLER));
    }
  }
}
