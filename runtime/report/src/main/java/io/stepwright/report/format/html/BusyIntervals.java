package io.stepwright.report.format.html;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.BitSet;

/**
 * The times at which a thread was busy with steps that have no bar of their own, in equal parts of
 * the whole time.
 */
final class BusyIntervals {

  private static final int PARTS = 400;

  private final long total;
  private final BitSet parts = new BitSet(PARTS);

  BusyIntervals(long total) {
    this.total = Math.max(1, total);
  }

  void add(long start, long end) {
    int first = part(start);
    parts.set(first, Math.max(first + 1, part(end)));
  }

  private int part(long nanos) {
    return (int) Math.min(PARTS - 1, Math.max(0, Math.round((double) nanos / total * PARTS)));
  }

  /** Writes pairs of start and end, in thousandths. */
  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("busy");
    for (int start = parts.nextSetBit(0); start >= 0; ) {
      int end = parts.nextClearBit(start);
      json.writeNumber(1000.0 * start / PARTS);
      json.writeNumber(1000.0 * end / PARTS);
      start = parts.nextSetBit(end);
    }
    json.writeEndArray();
  }
}
