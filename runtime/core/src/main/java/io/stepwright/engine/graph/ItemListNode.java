package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.wiring.StepInfo;

/** The inline node that gets the list of a fan-out. */
public final class ItemListNode extends InlineNode {

  private final FanOut<?> fanOut;

  public ItemListNode(FanOut<?> fanOut) {
    super(fanOut);
    this.fanOut = fanOut;
  }

  @Override
  public boolean evaluate() {
    fanOut.open();
    return true;
  }

  @Override
  public String name(StepInfo step) {
    return "The list of items of " + Messages.within(step);
  }
}
