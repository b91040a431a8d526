package io.stepwright.figure;

import java.util.Locale;

/** Writes durations for messages and logs: {@code 12 ms}, {@code 3.4 s}. */
public final class RoundedTime {

  private RoundedTime() {}

  /** A duration in nanoseconds, in words. */
  public static String of(long nanos) {
    long millis = nanos / 1_000_000;
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }
}
