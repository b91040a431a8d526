package io.stepwright.figure;

import io.stepwright.spi.NestedRuns;
import java.util.Locale;

/** Writes the figures of nested runs. */
public final class NestedText {

  private NestedText() {}

  /** The part of the figures before it that runs inside of the run have. */
  public static String of(NestedRuns nested) {
    return String.format(
        Locale.ROOT,
        "of which nested: %d runs, %d steps, %d model calls, tokens %d in, %d out",
        nested.runs(),
        nested.steps(),
        nested.modelCalls(),
        nested.inputTokens(),
        nested.outputTokens());
  }
}
