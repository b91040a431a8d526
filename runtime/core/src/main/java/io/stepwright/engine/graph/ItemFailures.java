package io.stepwright.engine.graph;

import io.stepwright.engine.message.Interruptions;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ItemResult;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.ItemFailure;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which failures of items leave the run going, and represents items in the list of a
 * fan-out.
 */
public final class ItemFailures {

  private ItemFailures() {}

  /**
   * Tells whether a failure affects only its item. An {@code Error} does not, and neither does an
   * interrupt, unless it came from the item's own time limit.
   *
   * @param thrown the exception of the body, or null
   * @param timedOut true if the item exceeded the time limit of its step
   */
  public static boolean isLeft(
      StepInfo step, int item, @Nullable Throwable thrown, boolean timedOut) {
    if (item == StepKey.NO_ITEM || step.itemFailure() == ItemFailure.FAIL_RUN) {
      return false;
    }
    return timedOut || thrown == null || !(thrown instanceof Error || Interruptions.isOne(thrown));
  }

  /** Returns the list element for an item that has a value. */
  static Object value(StepInfo step, Object value) {
    return switch (step.itemFailure()) {
      case FAIL_RUN -> value;
      // An item that decides its own absence is optional already.
      case LEAVE_EMPTY -> value instanceof Optional<?> ? value : Optional.of(value);
      case GIVE_FAILURE -> ItemResult.of(value);
    };
  }

  /** Returns the list element for an item that has failed. */
  static Object failure(StepInfo step, AgentException failure) {
    return step.itemFailure() == ItemFailure.GIVE_FAILURE
        ? ItemResult.failed(failure)
        : Optional.empty();
  }
}
