package io.stepwright.engine.graph;

import io.stepwright.engine.message.Interruptions;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.ItemResult;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.ItemFailure;
import io.stepwright.wiring.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which failures of items leave the run as it is, and what stands for them in the list. */
public final class ItemFailures {

  private ItemFailures() {}

  /**
   * Whether a failure is a matter of its item alone. An {@code Error} is not, and neither is an
   * interrupt, unless the item's own time limit was behind it.
   *
   * @param thrown what the body threw, or null
   * @param timedOut whether the item took longer than its step allows
   */
  public static boolean isLeft(
      StepInfo step, int item, @Nullable Throwable thrown, boolean timedOut) {
    if (item == StepKey.NO_ITEM || step.itemFailure() == ItemFailure.FAIL_RUN) {
      return false;
    }
    return timedOut || thrown == null || !(thrown instanceof Error || Interruptions.isOne(thrown));
  }

  /** What stands in the list for an item that has a value. */
  static Object value(StepInfo step, Object value) {
    return switch (step.itemFailure()) {
      case FAIL_RUN -> value;
      // An item that decides its own absence is optional already.
      case LEAVE_EMPTY -> value instanceof Optional<?> ? value : Optional.of(value);
      case GIVE_FAILURE -> ItemResult.of(value);
    };
  }

  /** What stands in the list for an item that has failed. */
  static Object failure(StepInfo step, AgentException failure) {
    return step.itemFailure() == ItemFailure.GIVE_FAILURE
        ? ItemResult.failed(failure)
        : Optional.empty();
  }
}
