package io.stepwright.cache.guard;

import io.stepwright.spi.cache.NearMatchGuard;

/** A built-in guard, which shares the parsed texts with the others. Thread-safe. */
public abstract class TextGuard implements NearMatchGuard {

  TextGuard() {}

  /** Compares two texts as {@link #check(String, String)} does. */
  public abstract Verdict check(JudgedText asked, JudgedText remembered);

  @Override
  public final Verdict check(String asked, String remembered) {
    return check(new JudgedText(asked), new JudgedText(remembered));
  }
}
