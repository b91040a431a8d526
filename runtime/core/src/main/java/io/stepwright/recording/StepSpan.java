package io.stepwright.recording;

import java.util.List;
import java.util.Map;

/**
 * The time from the start of a step's first item to the end of the last.
 *
 * @param start as {@link System#nanoTime}
 * @param end as {@link System#nanoTime}
 * @param last what ended last
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

  /** How long it took after the last that it waits for: fan-outs over fan-outs overlap. */
  long alone(List<String> after, Map<String, StepSpan> spans) {
    long from = start;
    for (String name : after) {
      StepSpan before = spans.get(name);
      from = before == null ? from : Math.max(from, before.end);
    }
    return Math.max(0, end - from);
  }
}
