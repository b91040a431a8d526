package io.stepwright.engine.graph;

import io.stepwright.runtime.AgentException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepBody;
import org.jspecify.annotations.Nullable;

/** An item of a fan-out while it is in flight. */
public final class Item implements Work {

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
  public void ended(Outcome outcome, Effects effects) {
    Object value = outcome.value();
    AgentException failure = outcome.itemFailure();
    if (value != null) {
      fanOut.itemEnded(index, ItemFailures.value(fanOut.info(), value), effects);
    } else if (failure != null) {
      fanOut.itemEnded(index, ItemFailures.failure(fanOut.info(), failure), effects);
    }
  }
}
