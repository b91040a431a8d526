package io.stepwright.runtime;

import io.stepwright.report.Waterfall;

/** The items of one fan-out that have no row of their own in a text: all but the first few. */
final class FoldedItems {

  private static final int SHOWN = 8;

  private final String name;
  private int shown;
  private int count;
  private int place;
  private long start = Long.MAX_VALUE;
  private long end;
  private StepState worst = StepState.FINISHED;

  FoldedItems(String name) {
    this.name = name;
  }

  /** Takes an item in, unless it is one of those that are shown. */
  boolean fold(StepReport item) {
    if (shown < SHOWN) {
      shown++;
      return false;
    }
    count++;
    start = Math.min(start, item.start().toNanos());
    end = Math.max(end, item.start().plus(item.duration()).toNanos());
    // The states are declared from good to bad.
    worst = item.state().compareTo(worst) > 0 ? item.state() : worst;
    return true;
  }

  int count() {
    return count;
  }

  /** The row of the text that tells of them. */
  int place() {
    return place;
  }

  void standAt(int row) {
    place = row;
  }

  Waterfall.Row row() {
    String label = "%s (%d more)".formatted(name, count);
    return new Waterfall.Row(label, start, end - start, ReportText.mark(worst), "");
  }
}
