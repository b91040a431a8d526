package io.stepwright.benchmarks.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheLookup;

/** Replaces the model, and records when it is asked. Confined to one thread. */
final class Source implements AnswerSource<String, RuntimeException> {

  private final boolean cacheable;
  private long askedNanos;

  /**
   * Creates a source.
   *
   * @param cacheable true if its answers may be stored
   */
  Source(boolean cacheable) {
    this.cacheable = cacheable;
  }

  @Override
  public Fresh<String> ask(CacheLookup lookup) {
    askedNanos = System.nanoTime();
    return new Fresh<>(Questions.answer(), Questions.answer(), cacheable, 200, 60);
  }

  /** Returns the moment at which it was last asked, as of {@link System#nanoTime}. */
  long askedNanos() {
    return askedNanos;
  }

  @Override
  public String read(String answer) {
    return answer;
  }

  @Override
  public boolean isShared(Exception failure) {
    return true;
  }
}
