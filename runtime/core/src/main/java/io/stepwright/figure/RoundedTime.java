package io.stepwright.figure;

import java.util.Locale;

/** Formats durations for messages and logs: {@code 12 ms}, {@code 3.4 s}. */
public final class RoundedTime {

  private RoundedTime() {}

  /** Formats a duration in nanoseconds. */
  public static String of(long nanos) {
    long millis = nanos / 1_000_000;
    return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }
}
