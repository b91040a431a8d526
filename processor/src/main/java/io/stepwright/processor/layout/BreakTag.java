package io.stepwright.processor.layout;

/** Records whether a break began a line, on which the indentation of later levels depends. */
final class BreakTag {

  private boolean broken;

  void record(boolean isBroken) {
    broken = isBroken;
  }

  boolean isBroken() {
    return broken;
  }
}
