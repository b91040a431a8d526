package io.stepwright.runtime;

import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import org.jspecify.annotations.Nullable;

/** An item of a fan-out while it is in flight. */
final class Item implements Work {

  private final FanOut<?> fanOut;
  private final int index;
  private final @Nullable StepKey key;

  Item(FanOut<?> fanOut, int index) {
    this.fanOut = fanOut;
    this.index = index;
    this.key =
        fanOut.key() == null
            ? null
            : new StepKey(fanOut.info().name(), 0, false, index, fanOut.info().alternative());
  }

  @Override
  public Node<?> node() {
    return fanOut;
  }

  @Override
  public int item() {
    return index;
  }

  @Override
  public @Nullable StepKey key() {
    return key;
  }

  @Override
  public StepBody<?> body() {
    return step -> fanOut.items().run(step, index);
  }

  @Override
  public void begun() {}

  @Override
  public void ended(StepEnd end, StepRun run, boolean live, Settled settled) {
    Object result = result(end, run);
    if (result != null && live) {
      fanOut.itemEnded(index, result, settled);
    }
  }

  /** What stands in the list for this item; null if the run does not go on with it. */
  private @Nullable Object result(StepEnd end, StepRun run) {
    Object value = run.value();
    if (value != null && (end == StepEnd.VALUE || end == StepEnd.ABSENT)) {
      return ItemFailures.value(fanOut.info(), value);
    }
    AgentException failure = run.failure();
    return failure != null && run.isLeft() ? ItemFailures.failure(fanOut.info(), failure) : null;
  }
}
