package io.stepwright.processor.mcp;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text. Immutable. */
final class Lines {

  private final int[] ends;

  Lines(String text) {
    this.ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  /** Returns the number of the line of an offset, from 1. */
  int of(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    return (found < 0 ? -found - 1 : found) + 1;
  }
}
