package io.stepwright.wiring;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A runtime, as the generated class of one agent sees it. Thread-safe. */
public interface Wiring {

  /**
   * Starts a run on the caller's thread. Inside a step of another run it inherits what is left of
   * that run's time, and is cancelled with it.
   */
  Run start(EntryPointInfo entryPoint);

  /**
   * Starts a run on a thread of its own. The deadline counts from this call, and the caller's
   * context is carried over. Cancelling the future, or {@code orTimeout} on it, cancels the run.
   */
  <R extends @Nullable Object> CompletableFuture<R> async(
      EntryPointInfo entryPoint, RunBody<R> body);

  /**
   * Runs one step that was called as a method: inside the run of the calling step, else in a run of
   * its own. The step's own exceptions come out as they are.
   */
  <T> T direct(StepInfo step, StepBody<T> body);

  /** Like {@link #direct(StepInfo, StepBody)} for a step without a value. */
  void directAction(StepInfo step, StepAction action);

  /**
   * A value on a path.
   *
   * @throws NullSlotException if it is null
   */
  static <T> T present(String path, @Nullable T value) {
    return SlotText.present(path, value);
  }

  /**
   * The wiring of an agent whose construction has ended.
   *
   * @param wiring the field of the generated class, null while a constructor of the agent still
   *     runs
   * @throws IllegalStateException if it is null
   */
  static Wiring constructed(@Nullable Wiring wiring, StepInfo step) {
    if (wiring == null) {
      throw new IllegalStateException(
          "Step '%s' of agent %s was called by the agent's own constructor, before it is wired."
                  .formatted(step.label(), step.agent().name())
              + " Call it after construction.");
    }
    return wiring;
  }
}
