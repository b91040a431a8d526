package io.stepwright.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The items of one fan-out that share a row of a text: all but the first few. */
final class FoldedItems {

  private static final int SHOWN = 8;

  private final String name;
  private final Map<StepState, Integer> states = new EnumMap<>(StepState.class);
  private long[] durations = new long[SHOWN];
  private int shown;
  private int count;
  private int place;
  private long start = Long.MAX_VALUE;
  private long end;
  private boolean critical;
  private StepState worst = StepState.CACHED;

  FoldedItems(String name) {
    this.name = name;
  }

  /**
   * Adds an item, unless it is one of those with a row of their own. Returns true if it was added.
   */
  boolean fold(StepReport item) {
    if (shown < SHOWN) {
      shown++;
      return false;
    }
    if (count == durations.length) {
      durations = Arrays.copyOf(durations, 2 * count);
    }
    durations[count] = item.duration().toNanos();
    count++;
    states.merge(item.state(), 1, Integer::sum);
    start = Math.min(start, item.start().toNanos());
    end = Math.max(end, item.end().toNanos());
    critical |= item.critical();
    // The states are declared from good to bad.
    worst = item.state().compareTo(worst) > 0 ? item.state() : worst;
    return true;
  }

  int count() {
    return count;
  }

  /** Returns the index of the shared row. */
  int place() {
    return place;
  }

  void standAt(int row) {
    place = row;
  }

  Waterfall.Row row() {
    return new Waterfall.Row(
        String.format(Locale.ROOT, "%s (%d more)", name, count),
        start,
        end - start,
        ReportText.mark(worst),
        note(),
        ReportText.fill(critical),
        ReportText.colour(worst));
  }

  private String note() {
    long[] sorted = Arrays.copyOf(durations, count);
    Arrays.sort(sorted);
    String times =
        String.format(
            Locale.ROOT,
            "each %s to %s, median %s",
            Waterfall.time(sorted[0]),
            Waterfall.time(sorted[count - 1]),
            Waterfall.time(sorted[count / 2]));
    String others =
        states.entrySet().stream()
            .filter(state -> state.getKey() != StepState.FINISHED)
            .map(state -> ", " + state.getValue() + " " + state.getKey().toText())
            .collect(Collectors.joining());
    return times + others;
  }
}
