package io.stepwright.benchmarks.cache;

import io.stepwright.answer.AnswerSource;
import io.stepwright.spi.CacheLookup;

/** Stands for the model, and notes when it is asked. For one thread. */
final class Source implements AnswerSource<String, RuntimeException> {

  private final boolean cacheable;
  private long askedNanos;

  /**
   * A source.
   *
   * @param cacheable whether its answers may be kept
   */
  Source(boolean cacheable) {
    this.cacheable = cacheable;
  }

  @Override
  public Fresh<String> ask(CacheLookup lookup) {
    askedNanos = System.nanoTime();
    return new Fresh<>(Questions.answer(), Questions.answer(), cacheable, 200, 60);
  }

  /** When it was asked last, as {@link System#nanoTime}. */
  long askedNanos() {
    return askedNanos;
  }

  @Override
  public String read(String answer) {
    return answer;
  }

  @Override
  public boolean isOfAll(Exception failure) {
    return true;
  }
}
