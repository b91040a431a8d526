package io.stepwright.runtime;

import io.stepwright.wiring.StepInfo;

/** Gets the list that a fan-out runs over. */
final class Opening extends InlineNode {

  private final FanOut<?> fanOut;

  Opening(FanOut<?> fanOut) {
    super(fanOut);
    this.fanOut = fanOut;
  }

  @Override
  boolean evaluate() {
    fanOut.open();
    return true;
  }

  @Override
  String name(StepInfo step) {
    return "The list of items of " + Messages.within(step);
  }
}
