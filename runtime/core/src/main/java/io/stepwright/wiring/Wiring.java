package io.stepwright.wiring;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The runtime, as the generated class of one agent sees it. Thread-safe. */
public interface Wiring {

  /**
   * Starts a run on the caller thread. If it is called inside a step of another run, the new run
   * ends at the latest at the deadline of that run, and is cancelled with it.
   */
  Run start(EntryPointInfo entryPoint);

  /**
   * Starts a run on a thread of its own. The time limit counts from this call, and the caller's
   * context is propagated. Cancelling the future, or {@code orTimeout} on it, cancels the run.
   */
  <R extends @Nullable Object> CompletableFuture<R> async(
      EntryPointInfo entryPoint, RunBody<R> body);

  /**
   * Runs one step that was called as a method: inside the run of the calling step, otherwise in a
   * run of its own. Exceptions of the step are not wrapped.
   */
  <T> T direct(StepInfo step, StepBody<T> body);

  /** Like {@link #direct(StepInfo, StepBody)} for a step without a value. */
  void directAction(StepInfo step, StepAction action);

  /**
   * Returns a value, which must not be null.
   *
   * @param path the path of the value, for the message
   * @throws NullSlotException if the value is null
   */
  static <T> T present(String path, @Nullable T value) {
    return SlotText.present(path, value);
  }

  /**
   * Returns the wiring of an agent, whose construction must have ended.
   *
   * @param wiring the field of the generated class, null while a constructor of the agent still
   *     runs
   * @throws IllegalStateException if the wiring is null
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
