package io.stepwright.processor.layout;

/** Remembers whether a break began a line, so that what follows is indented accordingly. */
final class BreakTag {

  private boolean broken;

  void record(boolean isBroken) {
    broken = isBroken;
  }

  boolean isBroken() {
    return broken;
  }
}
