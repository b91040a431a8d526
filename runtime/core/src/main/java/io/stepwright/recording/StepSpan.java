package io.stepwright.recording;

import java.util.List;
import java.util.Map;

/**
 * The time from the start of a step's first item to the end of its last.
 *
 * @param start the start, as {@link System#nanoTime}
 * @param end the end, as {@link System#nanoTime}
 * @param last the item that ended last
 */
record StepSpan(long start, long end, RecordedStep last) {

  static StepSpan of(RecordedStep step, long runEnd) {
    return new StepSpan(step.startNanos(runEnd), step.endNanos(runEnd), step);
  }

  StepSpan with(StepSpan other) {
    return new StepSpan(
        Math.min(start, other.start),
        Math.max(end, other.end),
        other.end > end ? other.last : last);
  }

  long length() {
    return end - start;
  }

  /** Returns the time after the end of the last dependency: fan-outs over fan-outs overlap. */
  long alone(List<String> after, Map<String, StepSpan> spans) {
    long from = start;
    for (String name : after) {
      StepSpan before = spans.get(name);
      from = before == null ? from : Math.max(from, before.end);
    }
    return Math.max(0, end - from);
  }
}
